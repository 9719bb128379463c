package app.countersign.contract.web;

import app.countersign.contract.Returning;
import app.countersign.kernel.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A place to drop a file: one that came back, or one that is to be verified. */
public abstract class Dropping {

    /** The parameter with which a file that is too large comes back to the page. */
    public static final String TOO_LARGE = "too-large";

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Part file;

    /** What is done with the file; content and name are null if there is none. */
    protected interface Taking<T> {
        T take(InputStream content, String name);
    }

    protected <T> T taken(Taking<T> taking) {
        try (InputStream content = file == null ? null : file.getInputStream()) {
            return taking.take(content, file == null ? null : file.getSubmittedFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** In bytes. */
    public long getLargest() {
        return Returning.LARGEST;
    }

    public boolean isTooLarge() {
        return request.getParameter(TOO_LARGE) != null;
    }

    public String getTooLargeText() {
        return words.with("document.unreadable.too-large", Returning.LARGEST / 1024 / 1024);
    }
}
