package app.countersign.portal.web;

import app.countersign.contract.Contract;
import app.countersign.kernel.NotFound;
import app.countersign.retention.DisposalReader;
import app.countersign.retention.ReturnArchive;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /portal/data?link=…&ticket=…}: what is held of the controller, to take along after the end; written while it is
 * read, and locked with the passphrase that the contract's page has shown.
 */
@WebServlet("/portal/data")
public class DataServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DisposalReader reader;

    @Inject
    private transient ReturnArchive archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String ticket = request.getParameter(PortalAddress.TICKET);
            Contract contract = reader.fetch(request.getParameter(PortalAddress.LINK), ticket);
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + archive.fileName(contract) + "\"");
            archive.write(contract, ticket, response.getOutputStream());
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
