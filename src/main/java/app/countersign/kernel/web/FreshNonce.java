package app.countersign.kernel.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Gives each whole page that answers a POST a new script nonce. PrimeFaces expects the old one in the form, which only
 * its own scripts put there; our pages need none of them, and a nonce that the sender chose would be worth nothing.
 * An Ajax answer goes into a page that is there already, and keeps that page's nonce.
 */
public class FreshNonce implements Filter, PhaseListener {

    private static final long serialVersionUID = 1L;

    /** The name of the parameter, and of what PrimeFaces remembers with the view and compares it to. */
    private static final String NAME = "primefaces.nonce";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean wholePage = http.getMethod().equals("POST") && http.getHeader("Faces-Request") == null;
        chain.doFilter(wholePage ? new WithNonce(http) : http, response);
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        boolean wholePage = faces.isPostback() && !faces.getPartialViewContext().isAjaxRequest();
        if (wholePage && faces.getViewRoot() != null && faces.getViewRoot().getViewMap(false) != null) {
            faces.getViewRoot()
                    .getViewMap()
                    .put(
                            NAME,
                            faces.getExternalContext().getRequestParameterMap().get(NAME));
        }
    }

    private static final class WithNonce extends HttpServletRequestWrapper {

        private final String nonce =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return NAME.equals(name) ? nonce : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return NAME.equals(name) ? new String[] {nonce} : super.getParameterValues(name);
        }
    }
}
