package app.countersign.breach.api;

import jakarta.ws.rs.core.Response;

/** A PDF to be kept as a file. */
final class PdfAnswer {

    private PdfAnswer() {}

    static Response of(byte[] pdf, String name) {
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }
}
