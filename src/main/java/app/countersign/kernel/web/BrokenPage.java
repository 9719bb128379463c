package app.countersign.kernel.web;

import app.countersign.kernel.api.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code /error/broken}: something failed before a page could be shown. Gives the reference that the log has, too. */
@Named
@RequestScoped
public class BrokenPage {

    private static final Logger LOG = Logger.getLogger(BrokenPage.class.getName());

    @Inject
    private HttpServletRequest request;

    private String reference;

    @PostConstruct
    void log() {
        reference = Problems.reference();
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.WARNING, "reference " + reference + " at " + address(), thrown);
    }

    public String getReference() {
        return reference;
    }

    private Object address() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    }
}
