package app.countersign.kernel.api;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a JSON body to its end before it is bound to anything: the binding passes over what it does not know, and the
 * server's parser never comes back from passing over an object that is cut off. No body at all binds to null.
 */
@Provider
public class WholeJson implements ReaderInterceptor {

    /** Far more than any request has to say; files come another way. */
    private static final int MOST_BYTES = 1 << 20;

    /** In units of {@link #MOST_BYTES}. */
    private static final int MOST_DRAINED = 32;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            drain(context.getInputStream());
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (body.length == 0) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            reader.readValue();
        } catch (RuntimeException e) {
            // What is nested too deeply is no JsonException.
            throw new BadRequestException(e);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /** A client that is still sending doesn't see the answer: a body that is not absurdly large is let through. */
    private static void drain(InputStream rest) throws IOException {
        for (int i = 0; i < MOST_DRAINED && rest.readNBytes(MOST_BYTES).length > 0; i++) {
            continue;
        }
    }
}
