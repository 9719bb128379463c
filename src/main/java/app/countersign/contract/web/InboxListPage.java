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
import java.util.List;

/** {@code /inbox/list}: what came back and waits for a person, the mailboxes, and a place to bring a file. */
@Named
@RequestScoped
public class InboxListPage extends Dropping {

    private static final int MOST = 100;
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
            mails = inbox.mails(KebabCase.read(IntakeState.class, getState()), MOST);
        }
        return mails;
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
