package app.countersign.access.web;

import app.countersign.access.ProviderFailure;
import app.countersign.access.Remembering;
import app.countersign.access.SigningInElsewhere;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code /sign-in/provider} sends a person to the OpenID Connect provider, {@code /sign-in/return} takes them in again. */
@WebServlet({ProviderServlet.START, ProviderServlet.RETURN})
public class ProviderServlet extends HttpServlet {

    static final String START = "/sign-in/provider";
    static final String RETURN = "/sign-in/return";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ProviderServlet.class.getName());
    private static final String COOKIE = "countersign-provider";
    private static final int COOKIE_SECONDS = 600;

    @Inject
    private transient SigningInElsewhere elsewhere;

    @Inject
    private transient Remembering remembering;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (elsewhere.label().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().equals(START)) {
            depart(request, response);
        } else {
            arrive(request, response);
        }
    }

    private void depart(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String then = request.getParameter("then");
        try {
            SigningInElsewhere.Departure departure = elsewhere.depart(then);
            keep(departure.ticket(), COOKIE_SECONDS, response);
            response.sendRedirect(departure.to().toString());
        } catch (ProviderFailure e) {
            tell(e, then, request, response);
        }
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ticket = ticket(request);
        keep("", 0, response);
        try {
            SigningInElsewhere.Arrival arrival = elsewhere.arrive(
                    ticket, request.getParameter("state"), request.getParameter("code"), request.getParameter("error"));
            remembering.begin(arrival.account(), arrival.factorPassed());
            response.sendRedirect(request.getContextPath() + SignInPage.destination(arrival.then()));
        } catch (ProviderFailure e) {
            tell(e, elsewhere.then(ticket).orElse("/"), request, response);
        }
    }

    /** Back to the sign-in page, which says what is wrong and still knows where the person wanted to go. */
    private static void tell(
            ProviderFailure failure, String then, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.log(Level.WARNING, "sign-in at the provider: {0}{1}", new Object[] {
            failure.getMessage(),
            failure.getCause() == null
                    ? ""
                    : " (" + failure.getCause().getClass().getSimpleName() + ")"
        });
        response.sendRedirect(request.getContextPath() + "/sign-in?provider=" + KebabCase.of(failure.why()) + "&then="
                + URLEncoder.encode(SignInPage.destination(then), StandardCharsets.UTF_8));
    }

    /** Lax: it has to come along when the provider sends the person back. */
    private void keep(String ticket, int seconds, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, ticket);
        cookie.setPath("/sign-in");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.baseUrl().startsWith("https:"));
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static String ticket(HttpServletRequest request) {
        return request.getCookies() == null
                ? null
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
