package app.countersign.portal.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /sign/<token>}, the address in the mails: short enough not to be broken over lines. Leads to the contract. */
@WebServlet("/sign/*")
public class LinkServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        response.sendRedirect(request.getContextPath() + PortalAddress.contract(path));
    }
}
