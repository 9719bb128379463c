package app.countersign.access;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A problem document (RFC 9457) written by hand, where no REST resource has been reached yet. */
final class Problem {

    private Problem() {}

    /** Whether it could be written. */
    static boolean write(HttpServletResponse response, int status, String type, String detail) {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("type", "urn:countersign:problem:" + type)
                            .add("title", "Unauthorized")
                            .add("status", status)
                            .add("detail", detail)
                            .build()
                            .toString());
            response.flushBuffer();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
