package app.countersign.access;

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
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the container who asks. A program says {@code Authorization: Bearer <key>} and is never remembered; a key
 * opens the API and no page, since pages know nothing of scopes. A person's session holds the id of the account. A stranger is sent to the sign-in page and from there to where they wanted to go.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {

    static final String SESSION_ACCOUNT = "countersign.account";
    private static final String BEARER = "Bearer ";

    @Inject
    private SigningIn signingIn;

    @Inject
    private SafeHeaders headers;

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
        if (authorization != null && authorization.startsWith(BEARER) && isApi(request)) {
            return apiKeys.recognise(authorization.substring(BEARER.length()).strip())
                    .map(caller -> welcome(caller, context))
                    .orElseGet(() -> refuseKey(request, response));
        }
        return remembered(request)
                .flatMap(signingIn::again)
                .map(account -> welcome(new Caller(account), context))
                .orElseGet(() -> stranger(request, response, context));
    }

    private static Optional<UUID> remembered(HttpServletRequest request) {
        HttpSession session = isApi(request) ? null : request.getSession(false);
        return Optional.ofNullable(session).map(s -> (UUID) s.getAttribute(SESSION_ACCOUNT));
    }

    private static AuthenticationStatus welcome(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(caller, caller.roles());
    }

    private static AuthenticationStatus stranger(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (isApi(request)) {
            return refuse(request, response);
        }
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        String signIn = request.getContextPath() + "/sign-in?then="
                + URLEncoder.encode(destination(request), StandardCharsets.UTF_8) + (ended ? "&ended=true" : "");
        return isAjax(request) && Partial.redirect(response, signIn)
                ? AuthenticationStatus.SEND_FAILURE
                : lead(response, signIn);
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
        Optional<Duration> wait = limits.spend(RateLimits.Strangers.REFUSED, request.getRemoteAddr());
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

    private static boolean isApi(HttpServletRequest request) {
        return PlainProblem.isFor(request);
    }
}
