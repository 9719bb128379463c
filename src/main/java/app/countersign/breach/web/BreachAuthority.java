package app.countersign.breach.web;

import app.countersign.breach.Authority;
import app.countersign.breach.AuthorityDraft;
import app.countersign.breach.AuthorityReport;
import app.countersign.breach.AuthorityReporting;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.Channel;
import app.countersign.breach.ConcernFilter;
import app.countersign.breach.ConcernRow;
import app.countersign.breach.ReportItem;
import app.countersign.breach.Supplement;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The report of the page's breach to the supervisory authority: what it would say, and what was sent. */
@Named
@RequestScoped
public class BreachAuthority {

    private static final int ALIKE = 50;

    @Inject
    private BreachPage page;

    @Inject
    private AuthorityReporting reporting;

    @Inject
    private BreachRecords records;

    @Inject
    private BreachWords breachWords;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String processor;
    private String contract;
    private String authority;
    private Optional<UUID> concern;
    private AuthorityDraft draft;

    private TypedMoment sentAt;
    private String phase = "";
    private String channel = KebabCase.of(Channel.PORTAL);
    private String reference;
    private String delayReasons;
    private String instruction;
    private String personCategories;
    private String duration;
    private String contact;

    @PostConstruct
    void open() {
        processor = given(request.getParameter("processor"));
        contract = given(request.getParameter("contract"));
        authority = given(request.getParameter("authority"));
        concern = contract.isEmpty() ? Optional.empty() : concern();
        sentAt = new TypedMoment("sentAt", request.getParameter("sentAt-which"));
        Supplement supplement = reporting.supplement(page.getId());
        personCategories = supplement.personCategories();
        duration = supplement.duration();
        contact = supplement.contact();
    }

    private static String given(String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    private Optional<UUID> concern() {
        return records
                .concerns(page.getId(), new ConcernFilter(Set.of(), contract), Optional.empty(), ALIKE)
                .items()
                .stream()
                .map(ConcernRow::concern)
                .filter(one -> one.contractNumber().equalsIgnoreCase(contract))
                .map(one -> one.id())
                .findFirst();
    }

    /** Whether there is something to report: our own data, or a controller was chosen. */
    public boolean isOurs() {
        return !isUnknownContract() && (page.getBreach().isOwnController() || concern.isPresent());
    }

    /** Whether a contract was named that is none of the breach's. */
    public boolean isUnknownContract() {
        return !contract.isEmpty() && concern.isEmpty();
    }

    private AuthorityReporting.Which which() {
        return new AuthorityReporting.Which(
                processor, concern.map(UUID::toString).orElse(""), authority);
    }

    public AuthorityDraft getDraft() {
        if (draft == null) {
            draft = reporting.draft(page.getId(), which(), Optional.of(reader()));
        }
        return draft;
    }

    private Locale reader() {
        return words.texts().language();
    }

    public String getWhy() {
        return getDraft().proposal().why().in(reader());
    }

    public String label(ReportItem item) {
        return item.label().in(reader());
    }

    public String cited(ReportItem item) {
        return breachWords.clause(item.citation());
    }

    public List<AuthorityReport> getSent() {
        return reporting.sent(page.getId());
    }

    /** Those of the breach's processors for whose own data there may be a report. */
    public List<Organisation> getProcessors() {
        return reporting.processors(page.getId());
    }

    /** Those that are proposed first, then all others. */
    public List<Choice> getAuthorities() {
        List<Authority> proposed = getDraft().proposal().candidates();
        String chosen = getDraft().authority().map(Authority::id).orElse("");
        return Stream.concat(proposed.stream(), reporting.authorities().stream().filter(one -> !proposed.contains(one)))
                .map(one -> new Choice(one.id(), one.name(reader()), one.id().equals(chosen)))
                .toList();
    }

    /** An authority in a list. */
    public record Choice(String id, String name, boolean chosen) {}

    /** Whether the reasons for the delay are demanded if it is sent now. */
    public boolean isLate() {
        return getDraft().isLateAt(clock.instant());
    }

    /** With which the report's file is asked for. */
    public String getQuery() {
        return "id=" + page.getId() + "&processor=" + encoded(processor) + "&contract=" + encoded(contract)
                + "&authority=" + encoded(authority);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String note() {
        reporting.supplement(page.getId(), personCategories, duration, contact);
        saying.done("breach.done.noted");
        return here();
    }

    public String send() {
        String at = sentAt.read(page.getBreach().zone(), reader());
        reporting.send(
                page.getId(),
                which(),
                new AuthorityReporting.Sent(at, phase, channel, reference, delayReasons, instruction, page.seen()),
                Optional.empty());
        saying.done("breach.done.authority-told");
        return here();
    }

    private String here() {
        return page.back("authority") + "&processor=" + encoded(processor) + "&contract=" + encoded(contract)
                + "&authority=" + encoded(authority);
    }

    public List<BreachSeverity.Option> getPhases() {
        return getDraft().phases().stream()
                .map(one ->
                        new BreachSeverity.Option(KebabCase.of(one), one.label().in(reader())))
                .toList();
    }

    public List<BreachSeverity.Option> getChannels() {
        return Stream.of(Channel.values())
                .map(one ->
                        new BreachSeverity.Option(KebabCase.of(one), one.label().in(reader())))
                .toList();
    }

    public String getProcessor() {
        return processor;
    }

    public String getContract() {
        return contract;
    }

    public String getAuthority() {
        return authority;
    }

    public TypedMoment getSentAt() {
        return sentAt;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String phase) {
        this.phase = phase;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getDelayReasons() {
        return delayReasons;
    }

    public void setDelayReasons(String delayReasons) {
        this.delayReasons = delayReasons;
    }

    public String getInstruction() {
        return instruction;
    }

    public void setInstruction(String instruction) {
        this.instruction = instruction;
    }

    public String getPersonCategories() {
        return personCategories;
    }

    public void setPersonCategories(String personCategories) {
        this.personCategories = personCategories;
    }

    public String getDuration() {
        return duration;
    }

    public void setDuration(String duration) {
        this.duration = duration;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }
}
