package app.countersign.breach.web;

import app.countersign.breach.Attaching;
import app.countersign.breach.BreachFile;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the breach of the page, and a place to bring more. */
@Named
@RequestScoped
public class BreachFiles {

    @Inject
    private BreachPage page;

    @Inject
    private Attaching attaching;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private Part file;
    private List<BreachFile> files;

    /** The newest first. */
    public List<BreachFile> getFiles() {
        if (files == null) {
            files = attaching.of(page.getId());
        }
        return files;
    }

    public String attach() {
        try (InputStream content = file == null ? null : file.getInputStream()) {
            BreachFile kept =
                    attaching.attach(page.getId(), content, file == null ? null : file.getSubmittedFileName());
            saying.done("breach.done.attached", kept.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.back("files");
    }

    /** In bytes. */
    public long getLargest() {
        return Attaching.LARGEST;
    }

    public String getTooLargeText() {
        return words.with("breach.complaint.large-file", Attaching.LARGEST / 1024 / 1024);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
