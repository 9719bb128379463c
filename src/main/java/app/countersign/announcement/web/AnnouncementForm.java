package app.countersign.announcement.web;

import app.countersign.announcement.Announcing;
import app.countersign.kernel.Country;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.subprocessor.ChangeKind;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.RegisterRecords;
import app.countersign.subprocessor.Safeguard;
import app.countersign.subprocessor.Verdict;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /announcement/new?sub-processor=}: what changes, from when, and what each contract form demands of it. */
@Named
@ViewScoped
public class AnnouncementForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RegisterRecords records;

    @Inject
    private Announcing announcing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private UUID engagement;
    private UUID processor;
    private String name;
    private String kind = KebabCase.of(ChangeKind.NEW);
    private String replaced;
    private String places;
    private String[] safeguards = {};
    private String on;
    private String why;

    @PostConstruct
    void open() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        Engagement known = records.details(Ids.maybe(asked.get("sub-processor"))
                        .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown")))
                .row()
                .engagement();
        engagement = known.id();
        processor = known.processorId();
        name = known.name();
        places = String.join(
                ", ",
                known.places().stream()
                        .map((Country one) -> one.name(words.texts().language()))
                        .toList());
        safeguards = known.safeguards().stream().map(KebabCase::of).toArray(String[]::new);
    }

    public String announce() {
        UUID id = announcing.announce(new Announcing.Wish(
                KebabCase.read(ChangeKind.class, kind),
                engagement,
                Ids.maybe(replaced).orElse(null),
                places,
                List.of(safeguards),
                on,
                why));
        saying.done("announcement.done.announced", name);
        return "/announcement/view?faces-redirect=true&id=" + id;
    }

    /** What the contracts demand of it, as long as nothing is sent. */
    public List<Announcing.Demand> getDemands() {
        return announcing.demands(engagement, KebabCase.read(ChangeKind.class, kind));
    }

    public String demand(Announcing.Demand one) {
        String rule = !one.rule().asks() ? "informed" : one.rule().silence() ? "silence" : "consent";
        return words.with(
                "announcement.rule." + rule,
                one.template().title(words.texts().language()),
                one.contracts(),
                one.rule().label(),
                one.rule()
                        .notice()
                        .map(span -> span.in(words.texts().language()))
                        .orElse(""));
    }

    /** Where its place asks more of a contract form than the change itself: why; empty where it does not. */
    public String place(Announcing.Demand one) {
        return KebabCase.read(ChangeKind.class, kind) == ChangeKind.NEW
                ? records.details(engagement).row().judged().stream()
                        .filter(judged -> judged.form().equals(one.template().code()))
                        .flatMap(judged -> judged.worst().stream())
                        .filter(placing -> placing.verdict() == Verdict.NEEDS_CONSENT)
                        .map(placing -> placing.reason().in(words.texts().language()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Those that the new one may replace. */
    public List<Engagement> getOthers() {
        return records.going(processor).stream()
                .filter(one -> !one.id().equals(engagement))
                .toList();
    }

    public List<String> getKinds() {
        return Arrays.stream(ChangeKind.values()).map(KebabCase::of).toList();
    }

    public List<String> getAllSafeguards() {
        return Arrays.stream(Safeguard.values()).map(KebabCase::of).toList();
    }

    public UUID getEngagement() {
        return engagement;
    }

    public String getName() {
        return name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getReplaced() {
        return replaced;
    }

    public void setReplaced(String replaced) {
        this.replaced = replaced;
    }

    public String getPlaces() {
        return places;
    }

    public void setPlaces(String places) {
        this.places = places;
    }

    public String[] getSafeguards() {
        return safeguards.clone();
    }

    public void setSafeguards(String[] safeguards) {
        this.safeguards = safeguards == null ? new String[0] : safeguards.clone();
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
