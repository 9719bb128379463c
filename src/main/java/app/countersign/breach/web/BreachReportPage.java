package app.countersign.breach.web;

import app.countersign.breach.Breach;
import app.countersign.breach.BreachFilter;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.BreachRow;
import app.countersign.breach.BreachState;
import app.countersign.breach.Report;
import app.countersign.breach.Reporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code /breach/report}: what happened, in under a minute; only the title must be filled in. */
@Named
@RequestScoped
public class BreachReportPage extends FactsForm {

    /** Within which two reports with the same title are taken for one that was sent twice. */
    private static final Duration ALIKE_WITHIN = Duration.ofDays(1);

    private static final int LOOKED_AT = 20;

    @Inject
    private Reporting reporting;

    @Inject
    private BreachRecords records;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private boolean suspected;
    private String zone;
    private TypedMoment awareAt;
    private TypedMoment occurredAt;
    private List<String> processors;
    private boolean ownController;
    private List<Organisation> allProcessors;
    private Breach alike;

    @PostConstruct
    void open() {
        zone = settings.zone().getId();
        awareAt = new TypedMoment("awareAt", request.getParameter("awareAt-which"));
        occurredAt = new TypedMoment("occurredAt", request.getParameter("occurredAt-which"));
        processors =
                getAllProcessors().stream().map(one -> one.code().orElse("")).toList();
    }

    public List<Organisation> getAllProcessors() {
        if (allProcessors == null) {
            allProcessors = records.processors();
        }
        return allProcessors;
    }

    /** Every zone that has a place, for the list under the field. */
    public List<String> getZones() {
        return Zones.ALL;
    }

    public Instant getNow() {
        return clock.instant();
    }

    public long getReviewHours() {
        return settings.suspicionReview().toHours();
    }

    /** Reports it, and leads to its page, where the clocks run. */
    public String report() {
        Report report = typed();
        if (isSentTwice(report)) {
            saying.wrong("breach.report.alike", alike.number());
            return null;
        }
        UUID id = suspected ? reporting.suspect(report) : told(() -> reporting.report(report));
        Breach breach = records.breach(id);
        if (suspected) {
            saying.done("breach.done.suspected", breach.number(), getReviewHours());
        } else {
            saying.done(
                    "breach.done.reported",
                    breach.number(),
                    records.standing(id).all());
        }
        return "/breach/view?faces-redirect=true&id=" + id;
    }

    /** What is said of a time is said beside its field. */
    private static UUID told(Supplier<UUID> act) {
        try {
            return act.get();
        } catch (Invalid e) {
            throw e.renamed(NAMES);
        } catch (Refused e) {
            throw beside(e);
        }
    }

    static Refused beside(Refused refused) {
        return switch (refused.reason().key()) {
            case "breach.refusal.aware-in-future" -> Invalid.field("awareAt", refused.reason());
            case "breach.refusal.aware-before-incident" -> Invalid.field("occurredAt", refused.reason());
            default -> refused;
        };
    }

    /** @throws Invalid with every complaint that can be known here */
    private Report typed() {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        if (getTitle() == null) {
            complaints.put("title", Reason.of("kernel.text.missing"));
        }
        if (processors.isEmpty()) {
            complaints.put("processors", Reason.of("breach.complaint.no-processor"));
        }
        ZoneId in = collected(complaints, () -> zoneOf(zone), settings.zone());
        Locale language = words.texts().language();
        String aware = suspected ? "" : collected(complaints, () -> awareAt.read(in, language), "");
        String occurred = suspected ? "" : collected(complaints, () -> occurredAt.read(in, language), "");
        Report.Range persons = collected(complaints, this::persons, Report.Range.UNKNOWN);
        Report.Range found = collected(complaints, this::records, Report.Range.UNKNOWN);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new Report(
                getTitle(),
                getDescription(),
                aware,
                in.getId(),
                occurred,
                getNoticedBy(),
                getSystems(),
                allCategories(),
                processors,
                getSubProcessors(),
                readHarms(),
                persons,
                found,
                ownController);
    }

    private static <T> T collected(Map<String, Reason> complaints, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
            return otherwise;
        }
    }

    static ZoneId zoneOf(String typed) {
        try {
            return ZoneId.of(typed == null ? "" : typed.strip());
        } catch (DateTimeException e) {
            throw Invalid.field("zone", Reason.of("breach.complaint.zone"));
        }
    }

    /** Whether a report with that title was just made, and the person has not said that this is another matter. */
    private boolean isSentTwice(Report report) {
        BreachFilter same = new BreachFilter(Set.of(BreachState.OPEN, BreachState.SUSPECTED), report.title());
        Instant since = clock.instant().minus(ALIKE_WITHIN);
        alike = records.page(same, Optional.empty(), LOOKED_AT).items().stream()
                .map(BreachRow::breach)
                .filter(one ->
                        one.facts().title().equalsIgnoreCase(report.title().strip()))
                .filter(one -> one.reportedAt().isAfter(since))
                .findFirst()
                .orElse(null);
        return alike != null && !alike.id().toString().equals(request.getParameter("another-than"));
    }

    /** A breach that was reported with the same title; null if there is none. */
    public Breach getAlike() {
        return alike;
    }

    public boolean isSuspected() {
        return suspected;
    }

    public void setSuspected(boolean suspected) {
        this.suspected = suspected;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public TypedMoment getAwareAt() {
        return awareAt;
    }

    public TypedMoment getOccurredAt() {
        return occurredAt;
    }

    public List<String> getProcessors() {
        return processors;
    }

    public void setProcessors(List<String> processors) {
        this.processors = processors;
    }

    public boolean isOwnController() {
        return ownController;
    }

    public void setOwnController(boolean ownController) {
        this.ownController = ownController;
    }
}
