package app.countersign.webhook.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.webhook.CallState;
import app.countersign.webhook.Webhook;
import app.countersign.webhook.WebhookCall;
import app.countersign.webhook.WebhookDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /webhook/list}: the programs that are called; with {@code id} the last calls to one of them. */
@Named
@RequestScoped
public class WebhookListPage {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    private WebhookDesk desk;

    @Inject
    private Clock clock;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String label;
    private String url;
    private String processor;
    private List<String> events = WebhookDesk.EVENTS.subList(0, 3);
    private String made;
    private List<Webhook> rows;

    public List<Webhook> getRows() {
        if (rows == null) {
            rows = desk.all();
        }
        return rows;
    }

    /** The one whose calls are shown; null for none. */
    public Webhook getChosen() {
        String id = request.getParameter("id");
        return id == null || id.isBlank() ? null : desk.details(id(id));
    }

    public List<WebhookCall> getCalls() {
        return desk.latest(getChosen().id());
    }

    /** Whether a test was asked for just now: for so long, and no longer, the page looks by itself what comes of it. */
    public boolean isAwaiting() {
        return getCalls().stream()
                .findFirst()
                .filter(call ->
                        call.state() == CallState.WAITING && call.event().equals(WebhookDesk.TEST))
                .filter(call -> clock.instant().isBefore(call.createdAt().plus(A_MINUTE)))
                .isPresent();
    }

    public void add() {
        made = desk.add(label, url, processor, new HashSet<>(events)).secret();
        rows = null;
    }

    public String test(UUID id) {
        desk.test(id);
        saying.done("webhook.done.test");
        return "/webhook/list?faces-redirect=true&id=" + id;
    }

    public String remove(UUID id) {
        desk.remove(id);
        saying.done("webhook.done.remove");
        return "/webhook/list?faces-redirect=true";
    }

    public List<String> getOffered() {
        return WebhookDesk.EVENTS;
    }

    public String named(String event) {
        return words.with("webhook.event." + event);
    }

    public String named(List<String> chosen) {
        return WebhookDesk.EVENTS.stream()
                .filter(chosen::contains)
                .map(this::named)
                .collect(Collectors.joining(", "));
    }

    public List<Organisation> getProcessors() {
        return desk.processors();
    }

    public boolean isHearAll() {
        return desk.mayHearAll();
    }

    /** Whose matters it hears of, in words. */
    public String whose(Webhook hook) {
        return hook.processor()
                .flatMap(id -> desk.processors().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .map(Organisation::name)
                .orElseGet(() -> words.with("webhook.field.everybody"));
    }

    public String problem(WebhookCall call) {
        return call.problem().map(reason -> reason.in(words.texts().language())).orElse("");
    }

    private static UUID id(String text) {
        return Ids.read(text, "webhook.refusal.unknown");
    }

    /** What the calls to the new one are signed with; this once. */
    public String getMade() {
        return made;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    public List<String> getEvents() {
        return events;
    }

    public void setEvents(List<String> events) {
        this.events = events;
    }
}
