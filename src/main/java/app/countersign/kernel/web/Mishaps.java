package app.countersign.kernel.web;

import app.countersign.kernel.Denial;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Outage;
import app.countersign.kernel.Refused;
import app.countersign.kernel.RefusedAttempts;
import app.countersign.kernel.api.Problems;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What becomes of an act that fails. Its page comes back with everything typed and with words on what happened; only
 * where no page can be shown does an error page take its place.
 */
class Mishaps extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(Mishaps.class.getName());

    Mishaps(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            ExceptionQueuedEventContext mishap = events.next().getContext();
            if (isTold(mishap.getContext(), mishap.getPhaseId(), mishap.getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isTold(FacesContext faces, PhaseId phase, Throwable thrown) {
        ExternalContext external = faces.getExternalContext();
        if (external.isResponseCommitted() || faces.getResponseComplete()) {
            return false;
        }
        if (has(thrown, ViewExpiredException.class)) {
            return faces.getPartialViewContext().isAjaxRequest() && goTo(faces, "/error/expired");
        }
        if (has(thrown, NotFound.class)) {
            return answer(faces, HttpServletResponse.SC_NOT_FOUND);
        }
        if (Denial.isBehind(thrown)) {
            note(external, thrown);
        }
        if (!faces.isPostback() && Denial.isBehind(thrown)) {
            return answer(faces, HttpServletResponse.SC_FORBIDDEN);
        }
        if (isPageLost(faces, phase) && Outage.isBehind(thrown)) {
            return false;
        }
        if (phase == PhaseId.RENDER_RESPONSE || !faces.isPostback() && !has(thrown, Refused.class)) {
            return false;
        }
        tell(CDI.current().select(Saying.class).get(), thrown);
        faces.renderResponse();
        return true;
    }

    private static void note(ExternalContext external, Throwable thrown) {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        CDI.current()
                .select(RefusedAttempts.class)
                .get()
                .denied(thrown, external.getRequestServletPath(), request.getQueryString());
    }

    /** Whether there is none to come back to with words. */
    private static boolean isPageLost(FacesContext faces, PhaseId phase) {
        return !faces.getPartialViewContext().isAjaxRequest()
                && (phase == PhaseId.RENDER_RESPONSE || !faces.isPostback());
    }

    private static void tell(Saying saying, Throwable thrown) {
        Refused refused = find(thrown, Refused.class);
        if (refused != null) {
            saying.refused(refused);
        } else if (has(thrown, OptimisticLockException.class)) {
            saying.wrong("kernel.problem.409.detail");
        } else if (Denial.isBehind(thrown)) {
            saying.wrong("kernel.problem.403.detail");
        } else if (Outage.isBehind(thrown)) {
            saying.wrong("kernel.problem.503.detail");
        } else {
            String reference = Problems.reference();
            LOG.log(Level.WARNING, "reference " + reference, thrown);
            saying.wrong("kernel.problem.500.detail", reference);
        }
    }

    private static boolean answer(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean goTo(FacesContext faces, String path) {
        try {
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + path);
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return find(thrown, type) != null;
    }

    static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
