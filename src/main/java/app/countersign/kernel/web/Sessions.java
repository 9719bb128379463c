package app.countersign.kernel.web;

import app.countersign.kernel.LogLines;
import app.countersign.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;

/**
 * Before the first request: how the session's cookie is guarded (its SameSite stands in glassfish-web.xml, where alone the
 * server reads it), and that nobody writes lines of their own into the log.
 */
public class Sessions implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        LogLines.takeOver();
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(settings.cookieName("countersign"));
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.isHttps());
        cookie.setPath("/");
        SessionIds.lengthen(event.getServletContext());
    }
}
