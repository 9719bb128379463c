package app.countersign.portal.web;

import app.countersign.breach.NoticeReader;
import app.countersign.document.Letters;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** {@code /portal/notice?link=…&notice=…}: one notice to its controller. That it is opened is recorded. */
@Named
@RequestScoped
public class PortalNotice {

    @Inject
    private NoticeReader reader;

    @Inject
    private HttpServletRequest request;

    private NoticeReader.Reading reading;
    private boolean closed;

    /** Null when there is none for the link's holder, which is then answered 404. */
    public NoticeReader.Reading getReading() {
        if (reading == null && !closed) {
            try {
                reading = reader.read(link(), UUID.fromString(String.valueOf(request.getParameter("notice"))));
            } catch (NotFound | IllegalArgumentException e) {
                closed = true;
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return reading;
    }

    public String getText() {
        return Letters.clean(getReading().words().body());
    }

    public String getLetter() {
        return request.getContextPath() + PortalAddress.letter(link()) + "&notice="
                + getReading().id();
    }

    public String getContract() {
        return request.getContextPath() + PortalAddress.contract(link());
    }

    private String link() {
        return String.valueOf(request.getParameter("link"));
    }
}
