package app.countersign.vault;

import app.countersign.kernel.Database;
import app.countersign.kernel.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** A change of the installation's key, step by step, for tests of rooms that store secrets. */
public final class Rotation {

    private final Settings settings;
    private final Vault vault;

    public Rotation(Settings settings) {
        this.settings = settings;
        this.vault = new Vault(settings);
    }

    public Vault vault() {
        return vault;
    }

    /** {@code rotate-key} */
    public void add() throws Exception {
        command().add();
    }

    /** What the running application does within a minute. */
    public int renew(Concealed... places) throws Exception {
        return new Rewrapping(new Database(settings), vault.key(), List.of(places)).run();
    }

    /** {@code rotate-key drop-old} */
    public void dropOld() throws Exception {
        command().dropOld();
    }

    private RotateKey command() {
        return new RotateKey(settings, new PrintStream(new ByteArrayOutputStream()));
    }
}
