package app.countersign.access.api;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.Scoped;
import app.countersign.access.Scopes;
import app.countersign.kernel.Forbidden;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets an API key through to what it was made for. All of the API passes here; what names no scope is closed. What the
 * key's account may do is asked behind it, by the activities.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ScopeGate implements ContainerRequestFilter {

    @Inject
    private Actor actor;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String area =
                area(resource.getResourceClass(), resource.getResourceMethod()).orElseThrow(ForbiddenException::new);
        if (area.equals(Scoped.OPEN)) {
            return;
        }
        String needed = Scopes.needed(area, request.getMethod()).orElseThrow(ForbiddenException::new);
        Caller caller = actor.caller().orElseThrow(ForbiddenException::new);
        if (!caller.has(needed)) {
            throw Forbidden.because("access.key.refusal.scope", needed);
        }
    }

    /** What a method's resource says, the method before its class; empty if neither says anything. */
    static Optional<String> area(Class<?> resource, Method method) {
        return Optional.ofNullable(method.getAnnotation(Scoped.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Scoped.class)))
                .map(Scoped::value);
    }
}
