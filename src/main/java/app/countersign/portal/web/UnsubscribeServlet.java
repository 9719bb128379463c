package app.countersign.portal.web;

import app.countersign.announcement.FollowingChanges;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /portal/unsubscribe?token=}: what mail programs send to when somebody clicks "unsubscribe" there (RFC 8058). Sent,
 * it ends the subscription; opened, it leads to the page. The answer is the same for whatever token.
 */
@WebServlet("/portal/unsubscribe")
public class UnsubscribeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient FollowingChanges following;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        following.end(request.getParameter("token"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(
                request.getContextPath() + PortalAddress.subscription(String.valueOf(request.getParameter("token"))));
    }
}
