package app.countersign.breach.web;

import app.countersign.breach.BreachRecords;
import app.countersign.breach.ConcernFilter;
import app.countersign.breach.ConcernRow;
import app.countersign.breach.ConcernState;
import app.countersign.breach.Concerns;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The controllers that a breach concerns, with their clocks: picked, confirmed, excluded, added. */
@Named
@RequestScoped
public class BreachControllers {

    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here, String count) {}

    @Inject
    private BreachPage page;

    @Inject
    private BreachRecords records;

    @Inject
    private Concerns concerns;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private BreachRecords.Page<ConcernRow> rows;
    private String reason;
    private String contract;

    public List<ConcernRow> getRows() {
        return rows().items();
    }

    private BreachRecords.Page<ConcernRow> rows() {
        if (rows == null) {
            ConcernFilter filter = new ConcernFilter(state().map(Set::of).orElse(Set.of()), getTyped());
            rows = records.concerns(page.getId(), filter, after(), SIZE);
        }
        return rows;
    }

    public List<Chip> getStates() {
        Chip all = new Chip(
                words.get("breach.concern.all"),
                address(Optional.empty(), getTyped()),
                state().isEmpty(),
                count(page.getStanding().all()));
        Stream<Chip> each = Arrays.stream(ConcernState.values())
                .filter(one -> page.getStanding().in(one) > 0
                        || state().filter(one::equals).isPresent())
                .map(one -> new Chip(
                        one.label().in(words.texts().language()),
                        address(Optional.of(one), getTyped()),
                        state().filter(one::equals).isPresent(),
                        count(page.getStanding().in(one))));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private String count(long counted) {
        return words.with("breach.list.count", counted);
    }

    /** How many are yet to be looked at. */
    public long getUndecided() {
        return page.getStanding().in(ConcernState.FOUND);
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return rows().next()
                .map(last -> address(state(), getTyped()) + "&after=" + last)
                .orElse(null);
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    public String getStart() {
        return address(state(), getTyped());
    }

    public boolean isNarrowed() {
        return state().isPresent() || !getTyped().isEmpty();
    }

    /** Whether a search is worth its place. */
    public boolean isMany() {
        return page.getStanding().all() > SIZE || isNarrowed();
    }

    public String getTyped() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    /** As the address writes it; empty if none is chosen. */
    public String getChosen() {
        return state().map(KebabCase::of).orElse("");
    }

    private String address(Optional<ConcernState> state, String text) {
        return page.href("clocks")
                + state.map(one -> "&concern=" + KebabCase.of(one)).orElse("")
                + (text.isEmpty() ? "" : "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    public String confirm() {
        Set<UUID> picked = picked();
        done(() -> concerns.confirm(page.getId(), picked));
        saying.done("breach.done.confirmed", picked.size());
        return page.back("clocks");
    }

    public String confirmAll() {
        int confirmed = concerns.confirmAll(page.getId());
        saying.done("breach.done.confirmed", confirmed);
        return page.back("clocks");
    }

    public String exclude() {
        Set<UUID> picked = picked();
        if (reason == null) {
            throw Invalid.field("reason", Reason.of("breach.refusal.needs-reason"));
        }
        done(() -> concerns.exclude(page.getId(), picked, reason));
        saying.done("breach.done.excluded", picked.size());
        return page.back("clocks");
    }

    public String include() {
        try {
            done(() -> concerns.include(page.getId(), contract, reason));
        } catch (NotFound e) {
            throw Invalid.field("contract", Reason.of("breach.complaint.no-contract"));
        }
        saying.done("breach.done.included");
        return page.back("clocks");
    }

    private void done(Runnable act) {
        try {
            act.run();
        } finally {
            page.forget();
            rows = null;
        }
    }

    private Set<UUID> picked() {
        String[] ids = request.getParameterValues("pick");
        Set<UUID> picked = Stream.of(ids == null ? new String[0] : ids)
                .map(id -> Ids.read(id, "breach.refusal.unknown-concern"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (picked.isEmpty()) {
            throw Invalid.field("pick", Reason.of("breach.complaint.nothing-picked"));
        }
        return picked;
    }

    /** Whether that row's box was ticked in the form that came back. */
    public boolean isPicked(ConcernRow row) {
        String[] ids = request.getParameterValues("pick");
        return ids != null && Arrays.asList(ids).contains(row.concern().id().toString());
    }

    /** What is not understood does not narrow. */
    private Optional<ConcernState> state() {
        try {
            return Optional.ofNullable(request.getParameter("concern"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> KebabCase.read(ConcernState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> after() {
        return Ids.maybe(request.getParameter("after"));
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }
}
