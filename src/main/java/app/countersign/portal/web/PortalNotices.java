package app.countersign.portal.web;

import app.countersign.breach.NoticeReader;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** What a link's holder was told of breaches: the list on the contract's page. */
@Named
@RequestScoped
public class PortalNotices {

    /** The parameter that names a notice. */
    static final String NOTICE = "notice";

    @Inject
    private NoticeReader reader;

    @Inject
    private HttpServletRequest request;

    private List<NoticeReader.Told> told;

    /** The newest first; none if the link opens nothing, which the page says itself. */
    public List<NoticeReader.Told> getTold() {
        if (told == null) {
            try {
                told = reader.told(link());
            } catch (NotFound e) {
                told = List.of();
            }
        }
        return told;
    }

    public String address(UUID notice) {
        return request.getContextPath() + PortalAddress.notice(link()) + "&" + NOTICE + "=" + notice;
    }

    public String letter(UUID notice) {
        return request.getContextPath() + PortalAddress.letter(link()) + "&" + NOTICE + "=" + notice;
    }

    private String link() {
        return String.valueOf(request.getParameter("link"));
    }
}
