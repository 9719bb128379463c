package app.countersign.breach.web;

import app.countersign.breach.NoticeChannel;
import app.countersign.breach.NoticeDetails;
import app.countersign.breach.NoticeRecords;
import app.countersign.breach.NoticeState;
import app.countersign.breach.NoticeWords;
import app.countersign.breach.Notifying;
import app.countersign.breach.ToldHow;
import app.countersign.deadline.Deadline;
import app.countersign.document.Pages;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** {@code /breach/notice?id=}: one letter, to be read, amended and sent, or noted as told; and what proves it. */
@Named
@RequestScoped
public class NoticePage {

    @Inject
    private NoticeRecords records;

    @Inject
    private Notifying notifying;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private NoticeDetails details;
    private String subject;
    private String text;
    private String channel = KebabCase.of(NoticeChannel.TELEPHONE);
    private String at;
    private String recipient;
    private String teller;
    private String remark;
    private String reason;
    private String to;

    /** A page of the letter.
     *
     * @param number from 1 */
    public record Sheet(int number, String src) {}

    public NoticeDetails getDetails() {
        if (details == null) {
            details = records.details(id());
        }
        return details;
    }

    private UUID id() {
        return NoticesSection.uuid(request.getParameter("id"));
    }

    private UUID breachId() {
        return getDetails().breach().id();
    }

    /** The version that the sender of this form has looked at; the present one if the form doesn't say. */
    private long seen() {
        String seen = request.getParameter("seen");
        return seen != null && seen.matches("\\d{1,18}")
                ? Long.parseLong(seen)
                : getDetails().notice().version();
    }

    public boolean isAmendable() {
        NoticeState state = getDetails().notice().state();
        return state == NoticeState.DRAFT || state == NoticeState.UNMAILABLE;
    }

    /** Whether whoever it is for is still to be told, and nothing is under way. */
    public boolean isTellable() {
        NoticeState state = getDetails().notice().state();
        return state.isOpen() && state != NoticeState.QUEUED;
    }

    /** Whether telling it now is late. */
    public boolean isLate() {
        return getDetails().clocks().stream()
                .filter(deadline -> deadline.state().isOpen())
                .anyMatch(deadline -> deadline.isLateAt(clock.instant()));
    }

    /** Those of its clocks that run. */
    public List<Deadline> getRunning() {
        return getDetails().clocks().stream()
                .filter(deadline -> deadline.state().isOpen())
                .toList();
    }

    public List<Sheet> getSheets() {
        int pages = Pages.count(records.letter(id()).pdf());
        String address = "/breach/letter-page?id=" + id() + "&seen="
                + getDetails().words().hashCode() + "&page=";
        return IntStream.rangeClosed(1, pages)
                .mapToObj(number -> new Sheet(number, address + number))
                .toList();
    }

    /** How one can be told otherwise than by mail. */
    public List<NoticeChannel> getChannels() {
        return Arrays.stream(NoticeChannel.values())
                .filter(one -> one != NoticeChannel.MAIL)
                .filter(one ->
                        one != NoticeChannel.PUBLIC || getDetails().notice().isToPersons())
                .toList();
    }

    public String name(NoticeChannel one) {
        return KebabCase.of(one);
    }

    public String say(Reason one) {
        return one.in(words.texts().language());
    }

    public String amend() {
        notifying.amend(breachId(), id(), seen(), subject, text);
        saying.done("notice.done.amended");
        return here();
    }

    public String writeAnew() {
        notifying.writeAnew(breachId(), id(), seen());
        saying.done("notice.done.anew");
        return here();
    }

    public String send() {
        List<String> addresses = to == null ? List.of() : List.of(to.split("[\\s,;]+"));
        notifying.tell(
                breachId(),
                id(),
                new ToldHow(KebabCase.of(NoticeChannel.MAIL), null, addresses, null, null, null, reason, seen()));
        saying.done("notice.done.sent");
        return here();
    }

    public String tell() {
        notifying.tell(
                breachId(), id(), new ToldHow(channel, at, List.of(), recipient, teller, remark, reason, seen()));
        saying.done("notice.done.told");
        return here();
    }

    private String here() {
        return "/breach/notice?faces-redirect=true&id=" + id();
    }

    private NoticeWords shown() {
        return getDetails().words();
    }

    public String getSubject() {
        return subject == null ? shown().subject() : subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getText() {
        return text == null ? shown().body() : text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    /** Now, in the breach's zone, as long as no other time was given. */
    public String getAt() {
        return at == null
                ? LocalDateTime.now(clock.withZone(getDetails().breach().zone()))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                : at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getRecipient() {
        return recipient == null ? getDetails().contact() : recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    public String getTeller() {
        return teller;
    }

    public void setTeller(String teller) {
        this.teller = teller;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
