package app.countersign.retention.web;

import app.countersign.contract.Contract;
import app.countersign.kernel.NotFound;
import app.countersign.retention.DisposalDesk;
import app.countersign.retention.ReturnArchive;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/**
 * {@code /deletion/data.zip?id=…&ticket=…}: what is held of an ended contract's controller, for whoever hands it over, locked
 * with the passphrase that the contract's page has shown.
 */
@WebServlet("/deletion/data.zip")
public class DataDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DisposalDesk desk;

    @Inject
    private transient ReturnArchive archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String ticket = request.getParameter("ticket");
            Contract contract = desk.export(UUID.fromString(String.valueOf(request.getParameter("id"))), ticket);
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + archive.fileName(contract) + "\"");
            archive.write(contract, ticket, response.getOutputStream());
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
