package app.countersign.access.web;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.RateLimits;
import app.countersign.access.RateLimits.Strangers;
import app.countersign.access.TooMany;
import app.countersign.kernel.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Turns away API keys, and strangers, that ask more often than {@link RateLimits} allow. People at work are not counted. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RateGate implements Filter {

    @Inject
    private RateLimits limits;

    @Inject
    private Actor actor;

    @Inject
    private Origins origins;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<Duration> wait = wait(asked);
        if (wait.isPresent()) {
            TooMany.answer(asked, (HttpServletResponse) response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> wait(HttpServletRequest asked) {
        String path = asked.getRequestURI().substring(asked.getContextPath().length());
        Optional<UUID> key = path.startsWith("/api/") ? actor.caller().flatMap(Caller::keyId) : Optional.empty();
        return key.isPresent()
                ? limits.spend(key.get())
                : what(path, asked.getMethod())
                        .flatMap(what -> limits.spend(what, origins.of(asked).address()));
    }

    /** What a stranger does with that; empty for what costs next to nothing or is closed to them. */
    static Optional<Strangers> what(String path, String method) {
        boolean sends = !method.equals("GET") && !method.equals("HEAD");
        // Each makes us write to somebody.
        if (sends && path.matches("/portal/sub-processors(\\.xhtml)?")) {
            return Optional.of(Strangers.SIGN_IN);
        }
        if (path.startsWith("/portal/") || path.startsWith("/sign/")) {
            return Optional.of(Strangers.LINK);
        }
        if (path.startsWith("/sign-in/") || sends && path.matches("/(sign-in|welcome)([./].*)?")) {
            return Optional.of(Strangers.SIGN_IN);
        }
        return sends && path.matches("/(verify(\\.xhtml)?|api/v1/verifications)")
                ? Optional.of(Strangers.VERIFICATION)
                : Optional.empty();
    }
}
