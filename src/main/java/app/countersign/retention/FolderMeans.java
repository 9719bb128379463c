package app.countersign.retention;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Folders of files, below those that the settings open. */
@ApplicationScoped
class FolderMeans implements Means {

    @Inject
    private Settings settings;

    @Override
    public StoreKind kind() {
        return StoreKind.FOLDER;
    }

    @Override
    public Work open(Errand errand) throws Trouble {
        ask(errand.store());
        return new FolderWork(Path.of(errand.store().location()), FolderDoubts.clear(errand), errand);
    }

    @Override
    public void ask(Store store) throws Trouble {
        Optional<Reason> complaint = complaint(store.location(), settings.retentionFolder());
        if (complaint.isPresent()) {
            throw new Trouble(complaint.get());
        }
        try {
            Folders.in(Path.of(store.location()), folder -> folder);
        } catch (IOException e) {
            throw Trouble.of(e, store.location());
        }
    }

    /**
     * What is wrong with the address of a folder, whether or not there is one.
     *
     * @param permitted below which folders may be named
     */
    static Optional<Reason> complaint(String location, Optional<Path> permitted) {
        try {
            Path path = Path.of(location);
            Optional<Path> root = permitted.map(Path::toAbsolutePath).map(Path::normalize);
            boolean plain = path.isAbsolute() && path.equals(path.normalize());
            return plain && root.filter(path::startsWith).isPresent()
                    ? Optional.empty()
                    : Optional.of(Reason.of("retention.complaint.folder"));
        } catch (InvalidPathException e) {
            return Optional.of(Reason.of("retention.complaint.folder"));
        }
    }
}
