package app.countersign.kernel.web;

import app.countersign.kernel.DiskRoom;
import app.countersign.kernel.PlainProblem;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Turns away what would change something while the disk has no room for it; reading goes on. */
public class ReserveKept implements Filter {

    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private DiskRoom room;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (READING.contains(asked.getMethod()) || room.isLeft()) {
            chain.doFilter(request, response);
        } else if (PlainProblem.isFor(asked)) {
            PlainProblem.write(asked, answer, INSUFFICIENT_STORAGE);
        } else {
            answer.sendError(INSUFFICIENT_STORAGE);
        }
    }
}
