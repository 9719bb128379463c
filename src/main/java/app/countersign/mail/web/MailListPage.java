package app.countersign.mail.web;

import app.countersign.kernel.web.Saying;
import app.countersign.mail.MailRoom;
import app.countersign.mail.MailState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** {@code /mail/list}: the newest mails, or with {@code show=unsent} those that have not gone. */
@Named
@RequestScoped
public class MailListPage {

    private static final int MOST = 100;
    private static final String UNSENT = "unsent";

    @Inject
    private MailRoom mails;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private List<MailRoom.Row> rows;

    public List<MailRoom.Row> getRows() {
        if (rows == null) {
            rows = mails.newest(isUnsentOnly(), MOST);
        }
        return rows;
    }

    public boolean isUnsentOnly() {
        return UNSENT.equals(request.getParameter("show"));
    }

    public boolean mayRetry(MailRoom.Row mail) {
        return mail.state() == MailState.WAITING || mail.state() == MailState.FAILED;
    }

    public String retry(UUID id) {
        mails.retry(id);
        saying.done("mail.done.retry");
        return "/mail/list?faces-redirect=true" + (isUnsentOnly() ? "&show=" + UNSENT : "");
    }
}
