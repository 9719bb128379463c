package app.countersign.contract.web;

import app.countersign.contract.ReturnDetails;
import app.countersign.contract.Returning;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeMail;
import app.countersign.mail.IntakeState;
import app.countersign.mail.MailboxSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** {@code /inbox/list}: what came back and waits for a person, the mailboxes, and a place to bring a file. */
@Named
@RequestScoped
public class InboxListPage extends Dropping {

    private static final int MOST = 50;

    /** The parameter that says of which moment the mails shown are older. */
    private static final String BEFORE = "before";

    private static final List<String> STATES = List.of("waiting", "filed", "noted", "dismissed");

    @Inject
    private Inbox inbox;

    @Inject
    private Returning returning;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private List<IntakeMail> mails;
    private List<ReturnDetails> returns;
    private List<Inbox.Status> mailboxes;

    public List<String> getStates() {
        return STATES;
    }

    public String getState() {
        String asked = String.valueOf(request.getParameter("state"));
        return STATES.contains(asked) ? asked : STATES.get(0);
    }

    public List<IntakeMail> getMails() {
        if (mails == null) {
            mails = inbox.mails(KebabCase.read(IntakeState.class, getState()), before(), MOST);
        }
        return mails;
    }

    private Optional<Instant> before() {
        try {
            return Optional.ofNullable(request.getParameter(BEFORE)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            // An address that somebody has changed: the newest are shown.
            return Optional.empty();
        }
    }

    /** The address of the mails before these; null on the last page. */
    public String getOlder() {
        List<IntakeMail> shown = getMails();
        return shown.size() < MOST
                ? null
                : address() + "&" + BEFORE + "=" + shown.get(MOST - 1).arrivedAt();
    }

    /** The address of the newest mails; null where they are shown. */
    public String getNewest() {
        return before().isPresent() ? address() : null;
    }

    private String address() {
        return "/inbox/list?state=" + getState();
    }

    /** Files that a person has to decide. */
    public List<ReturnDetails> getReturns() {
        if (returns == null) {
            returns = returning.waiting(MOST);
        }
        return returns;
    }

    public List<Inbox.Status> getMailboxes() {
        if (mailboxes == null) {
            mailboxes = inbox.mailboxes();
        }
        return mailboxes;
    }

    public String named(Inbox.Status box) {
        return box.name().equals(MailboxSettings.ALL) ? words.get("contract.inbox.all") : box.name();
    }

    /** Mails that are fetched and not yet looked at. */
    public long getUnsorted() {
        return inbox.count(IntakeState.NEW);
    }

    public String bring() {
        return ReturnedPage.address(taken(returning::bring));
    }

    public String lookNow() {
        inbox.lookNow();
        saying.done("contract.inbox.looking");
        return "/inbox/list?faces-redirect=true";
    }
}
