package app.countersign.access;

import app.countersign.kernel.Origins;
import app.countersign.kernel.Outage;
import app.countersign.kernel.PlainProblem;
import app.countersign.kernel.SafeHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the container who asks. A program says {@code Authorization: Bearer <key>} and is never remembered; a key
 * opens the API and no page, since pages know nothing of scopes. A person's session holds the id of its row in the
 * database. A stranger is sent to the sign-in page and from there to where they wanted to go.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String ASKED_BY_PAGES = "/deadline/alarms.json";

    @Inject
    private SigningIn signingIn;

    @Inject
    private SafeHeaders headers;

    @Inject
    private Origins origins;

    @Inject
    private ApiKeys apiKeys;

    @Inject
    private RateLimits limits;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // Here already: whom it turns away no filter sees.
        headers.put(request, response);
        try {
            return recognise(request, response, context);
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            return turnAway(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private AuthenticationStatus recognise(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER) && takesKeys(request)) {
            return apiKeys.recognise(authorization.substring(BEARER.length()).strip())
                    .map(caller -> welcome(caller, context))
                    .orElseGet(() -> refuseKey(request, response));
        }
        Optional<UUID> session = isApi(request) ? Optional.empty() : Remembering.of(request);
        Optional<Visit> visit = session.flatMap(isAskedByPage(request) ? signingIn::glance : signingIn::again);
        if (visit.isEmpty()) {
            return stranger(request, response, context, session.isPresent());
        }
        Visit here = visit.get();
        return here.next()
                .map(step -> hold(step, request, response, context))
                .orElseGet(
                        () -> welcome(new Caller(here.account(), here.session().id()), context));
    }

    private static AuthenticationStatus welcome(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(caller, caller.roles());
    }

    /** Something is still asked: until it is given, the person is a stranger to all rooms. */
    private static AuthenticationStatus hold(
            Step step, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return context.isProtected() ? send(step.path(), "", request, response) : context.doNothing();
    }

    private static AuthenticationStatus stranger(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, boolean known) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (isApi(request)) {
            return refuse(request, response);
        }
        boolean ended = known || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return send("/sign-in", ended ? "&ended=true" : "", request, response);
    }

    /** Away to another page, and from there to where they wanted to go. */
    private static AuthenticationStatus send(
            String path, String more, HttpServletRequest request, HttpServletResponse response) {
        String there = request.getContextPath() + path + "?then="
                + URLEncoder.encode(destination(request), StandardCharsets.UTF_8) + more;
        return isAjax(request) && Partial.redirect(response, there)
                ? AuthenticationStatus.SEND_FAILURE
                : lead(response, there);
    }

    /** Not by {@link HttpServletResponse#sendRedirect}: the server would put in whatever host the request names. */
    private static AuthenticationStatus lead(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** Where a GET leads; for anything else, the page that sent it. */
    private static String destination(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET")
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : Partial.page(request.getHeader("Referer"), request.getRequestURI());
    }

    private static boolean isAjax(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** Who tries keys is slowed down; who has a valid one, at the same address, is not. */
    private AuthenticationStatus refuseKey(HttpServletRequest request, HttpServletResponse response) {
        Optional<Duration> wait =
                limits.spend(RateLimits.Strangers.REFUSED, origins.of(request).address());
        if (wait.isEmpty()) {
            return refuse(request, response);
        }
        try {
            TooMany.answer(request, response, wait.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer");
        return turnAway(request, response, HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** The API answers with a problem document, never with a page. */
    private static AuthenticationStatus turnAway(HttpServletRequest request, HttpServletResponse response, int status) {
        try {
            if (isApi(request)) {
                PlainProblem.write(request, response, status);
            } else {
                response.sendError(status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** The API, its description, and what monitoring reads; never a page. */
    private static boolean takesKeys(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return isApi(request) || path.matches("/(openapi|metrics|health)(/.*)?");
    }

    /** What an open page asks every few seconds, whether somebody looks at it or not. */
    private static boolean isAskedByPage(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + ASKED_BY_PAGES);
    }

    private static boolean isApi(HttpServletRequest request) {
        return PlainProblem.isFor(request);
    }
}
