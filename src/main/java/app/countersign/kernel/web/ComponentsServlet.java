package app.countersign.kernel.web;

import app.countersign.kernel.Components;
import app.countersign.kernel.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /components.cdx.json}: the list of components for a person who reads the guide. */
@WebServlet("/components.cdx.json")
public class ComponentsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Components components;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] list = components.list();
            response.setContentType(Components.MEDIA_TYPE);
            response.setContentLength(list.length);
            response.setHeader("Content-Disposition", "attachment; filename=\"countersign.cdx.json\"");
            response.getOutputStream().write(list);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
