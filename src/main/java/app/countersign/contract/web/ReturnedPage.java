package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.contract.LinkView;
import app.countersign.contract.Previewing;
import app.countersign.contract.ReturnDetails;
import app.countersign.contract.ReturnVerdict;
import app.countersign.contract.Returning;
import app.countersign.contract.SignaturePage;
import app.countersign.document.Difference;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /contract/returned?id=}: a file that came back, side by side with what went out. */
@Named
@RequestScoped
public class ReturnedPage {

    private static final String UNKNOWN = "contract.return.refusal.unknown";

    /** A difference in words. */
    public record Told(int page, boolean weighty, String text) {}

    @Inject
    private Returning returning;

    @Inject
    private Previewing previewing;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private ReturnDetails file;
    private Map<String, String> values;
    private String reason;

    @PostConstruct
    void read() {
        id = Ids.read(request.getParameter("id"), UNKNOWN);
    }

    static String address(UUID returned) {
        return "/contract/returned?faces-redirect=true&id=" + returned;
    }

    public ReturnDetails getFile() {
        if (file == null) {
            file = returning.details(id);
        }
        return file;
    }

    /** Whether the person may decide on returns at all. */
    public boolean isDecider() {
        return me.may("legal");
    }

    public String getIcon() {
        return switch (getFile().verdict()) {
            case HONEST -> "check-circle";
            case DOUBTFUL -> "question-circle";
            case ALTERED -> "times-circle";
            case UNREADABLE -> "ban";
        };
    }

    /** The first reason is the verdict in a sentence. */
    public String getVerdict() {
        List<Reason> reasons = getFile().protocol().assessment().reasons();
        return say(reasons.isEmpty() ? getFile().verdict().label() : reasons.get(0));
    }

    /** The others; differences have a list of their own. */
    public List<String> getReasons() {
        List<Reason> shown = getFile().protocol().assessment().differences().stream()
                .map(Difference::reason)
                .toList();
        return getFile().protocol().assessment().reasons().stream()
                .skip(1)
                .filter(reason -> !shown.contains(reason))
                .map(this::say)
                .toList();
    }

    public List<String> getDoubts() {
        return getFile().protocol().doubts().stream().map(this::say).toList();
    }

    public List<Told> getDifferences() {
        return getFile().protocol().assessment().differences().stream()
                .map(one -> new Told(one.page(), one.weighty(), say(one.reason())))
                .toList();
    }

    /** What is to be said of each signature, sentence by sentence. */
    public List<String> getSignatures() {
        return getFile().protocol().assessment().signatures().stream()
                .map(signature -> String.join(
                        " ", signature.inWords().stream().map(this::say).toList()))
                .toList();
    }

    /** What a countersignature will be added to. */
    public String getContinuation() {
        return words.get(
                getFile().protocol().assessment().soundlySigned()
                        ? "contract.return.same-file"
                        : "contract.return.own-form");
    }

    public List<ReturnDetails.Check> getChecks() {
        return getFile().checks();
    }

    /** Whether nothing could be read: a picture without words. */
    public boolean isUnread() {
        return getFile().protocol().assessment().values().isEmpty();
    }

    public boolean isProposed() {
        return getFile().protocol().assessment().proposed();
    }

    /** Whether there is anything to lay side by side. */
    public boolean isComparable() {
        return getFile().verdict() != ReturnVerdict.UNREADABLE;
    }

    public String getDoorKey() {
        return "contract.return.door." + KebabCase.of(getFile().door());
    }

    public List<Integer> getSheets() {
        return IntStream.rangeClosed(1, getFile().pages()).boxed().toList();
    }

    /** The page that is shown: the one asked for, the first that differs, or the one with the signature. */
    public int getSheet() {
        String asked = request.getParameter("page");
        if (asked != null && asked.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(asked);
        }
        return marks().findFirst().orElse(getFile().signaturePage());
    }

    private Stream<Integer> marks() {
        return getFile().protocol().assessment().differences().stream()
                .map(Difference::page)
                .filter(page -> page > 0);
    }

    public boolean marked(int sheet) {
        return marks().anyMatch(page -> page == sheet);
    }

    public String sheet(int number) {
        return request.getContextPath() + "/contract/returned?id=" + id + "&page=" + number;
    }

    /** @param which {@code issued} or {@code returned} */
    public String picture(String which) {
        return request.getContextPath() + "/contract/returned-image?id=" + id + "&which=" + which + "&page="
                + getSheet();
    }

    public boolean has(String field) {
        return getFile().fields().stream().anyMatch(one -> one.name().equals(field));
    }

    public String label(String field) {
        return getFile().fields().stream()
                .filter(one -> one.name().equals(field))
                .map(LinkView.Field::label)
                .findFirst()
                .orElse("");
    }

    /** What the file says, or what was typed over it. */
    public Map<String, String> getValues() {
        if (values == null) {
            values = new HashMap<>();
            getFile().fields().forEach(field -> values.put(field.name(), field.value()));
        }
        return values;
    }

    public String accept() {
        Map<String, String> given = getValues();
        SignaturePage.Entry entry = new SignaturePage.Entry(
                given.get("company"),
                given.get("address"),
                given.get("person"),
                given.get("position"),
                given.get("place"),
                given.get("date"));
        act(() -> returning.accept(id, seen(), entry, reason));
        saying.done("contract.done.accept");
        return "/contract/view?faces-redirect=true&id=" + getFile().contractId();
    }

    public String refuse() {
        act(() -> returning.refuse(id, seen(), reason));
        saying.done("contract.done.refuse");
        return address(id);
    }

    private void act(Runnable deed) {
        try {
            deed.run();
        } finally {
            file = null;
        }
    }

    /** The version of the contract that the sender of the form has looked at. */
    private long seen() {
        String seen = request.getParameter(ContractPage.SEEN);
        return seen != null && seen.matches("\\d{1,18}")
                ? Long.parseLong(seen)
                : getFile().contractVersion();
    }

    /** The refusal's mail with the reason as typed so far. */
    public Previewing.Letter getLetter() {
        return previewing.refusal(getFile().contractId(), reason == null ? "" : reason);
    }

    private String say(Reason one) {
        return one.in(words.texts().language());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
