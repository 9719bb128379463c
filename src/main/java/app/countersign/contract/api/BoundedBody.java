package app.countersign.contract.api;

import app.countersign.contract.Verifying;
import app.countersign.kernel.BoundedStream;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Answers 413 as soon as a request turns out to be larger than the largest file. */
@Provider
@Bounded
public class BoundedBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new BoundedStream(
                context.getInputStream(),
                Verifying.LARGEST,
                () -> new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE)));
        return context.proceed();
    }
}
