package app.countersign.announcement.web;

import app.countersign.announcement.AnnouncementRecords;
import app.countersign.announcement.AnswerState;
import app.countersign.announcement.Answering;
import app.countersign.announcement.ChangeNotice;
import app.countersign.announcement.Withdrawing;
import app.countersign.kernel.Ids;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /announcement/view?id=}: a change, who was told when, whose window runs, who objected. */
@Named
@RequestScoped
public class AnnouncementPage {

    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here, String count) {}

    @Inject
    private AnnouncementRecords records;

    @Inject
    private Answering answering;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private AnnouncementRecords.Row row;
    private AnnouncementRecords.Page<AnnouncementRecords.Proof> page;
    private String contract;
    private String reason;
    private String why;

    public AnnouncementRecords.Row getRow() {
        if (row == null) {
            row = records.change(getId());
        }
        return row;
    }

    public UUID getId() {
        return Ids.maybe(request.getParameter("id"))
                .orElseThrow(() -> NotFound.because("announcement.refusal.unknown"));
    }

    public List<AnnouncementRecords.Proof> getNotices() {
        return page().items();
    }

    private AnnouncementRecords.Page<AnnouncementRecords.Proof> page() {
        if (page == null) {
            page = records.notices(
                    getId(),
                    state().map(Set::of).orElse(Set.of()),
                    getTyped(),
                    Ids.maybe(request.getParameter("after")),
                    SIZE);
        }
        return page;
    }

    public List<Chip> getChips() {
        Chip all = new Chip(
                words.get("announcement.view.all"), address(""), state().isEmpty(), String.valueOf(getRow().inHand()));
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(AnswerState.values())
                                .filter(one -> getRow().count(one) > 0)
                                .map(one -> new Chip(
                                        say(one.label()),
                                        address("&state=" + KebabCase.of(one)),
                                        state().filter(one::equals).isPresent(),
                                        String.valueOf(getRow().count(one)))))
                .toList();
    }

    private String address(String more) {
        String typed = getTyped().isEmpty() ? "" : "&q=" + URLEncoder.encode(getTyped(), StandardCharsets.UTF_8);
        return "/announcement/view?id=" + getId() + more + typed;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next()
                .map(last -> address(getChosen().isEmpty() ? "" : "&state=" + getChosen()) + "&after=" + last)
                .orElse(null);
    }

    public String getTyped() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    public String getChosen() {
        return state().map(KebabCase::of).orElse("");
    }

    private Optional<AnswerState> state() {
        try {
            return Optional.ofNullable(request.getParameter("state"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> KebabCase.read(AnswerState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String say(Reason one) {
        return one.in(words.texts().language());
    }

    public String problem(ChangeNotice notice) {
        return notice.problem().map(this::say).orElse("");
    }

    public String tone(AnswerState state) {
        return switch (state) {
            case CONSENTED, UNOPPOSED, INFORMED -> "good";
            case WAITING -> "busy";
            case OBJECTED -> "warn";
            case BARRED -> "bad";
        };
    }

    public String recordObjection() {
        answering.recordObjection(getId(), contract, reason);
        saying.done("announcement.done.objected", contract);
        return again();
    }

    public String recordConsent() {
        answering.recordConsent(getId(), contract);
        saying.done("announcement.done.consented", contract);
        return again();
    }

    public String settle() {
        answering.settled(getId(), contract, reason);
        saying.done("announcement.done.settled", contract);
        return again();
    }

    public String withdraw() {
        String number = getRow().change().number();
        withdrawing.withdraw(getId(), why);
        saying.done("announcement.done.withdrawn", number);
        return again();
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    private String again() {
        return "/announcement/view?faces-redirect=true&id=" + getId();
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
