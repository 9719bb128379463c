package app.countersign.access;

import app.countersign.kernel.PlainProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** The answer to who asks too often. */
public final class TooMany {

    /** The servlet API has no name for it. */
    static final int STATUS = 429;

    private TooMany() {}

    /** @param wait whole seconds */
    public static void answer(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
        if (PlainProblem.isFor(request)) {
            PlainProblem.write(request, response, STATUS);
        } else {
            response.sendError(STATUS);
        }
    }
}
