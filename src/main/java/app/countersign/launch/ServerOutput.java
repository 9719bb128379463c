package app.countersign.launch;

import app.countersign.kernel.CannotStart;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server prints, as a person wants to read it. Until the application is ready its lines are held back: if it
 * can't start, one of them says why and the others only frighten; if it can, the server's remarks on itself are dropped.
 */
final class ServerOutput {

    /** The server gives up on the application, and would run on without it. */
    private static final String GIVEN_UP = " SEVERE javax.enterprise.system.core: ";

    private static final Pattern NO_CONNECTION = Pattern.compile(
            "(?:Connection could not be allocated because|Error in allocating a connection[^:]*): (.*)");
    private static final Pattern SERVERS_REMARK = Pattern.compile(".* INFO (?:jakarta|javax|fish|com\\.sun)\\..*");

    private final String database;
    private final PrintStream out;
    private final List<String> held = new ArrayList<>();
    private boolean givenUp;
    private boolean ready;

    /** @param database how a complaint names the database */
    ServerOutput(String database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Why the application can't start, if this line is where that shows. */
    synchronized Optional<String> take(String line) {
        if (ready) {
            out.println(line);
            return Optional.empty();
        }
        held.add(line);
        int mark = line.indexOf(CannotStart.MARK);
        if (mark >= 0) {
            return Optional.of(line.substring(mark + CannotStart.MARK.length()));
        }
        if (givenUp) {
            return Optional.of(reason());
        }
        // The cause comes on the line after.
        givenUp = line.contains(GIVEN_UP);
        return Optional.empty();
    }

    private String reason() {
        Optional<String> noConnection = held.stream()
                .map(NO_CONNECTION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        if (noConnection.isPresent()) {
            return "the database " + database + " can't be used: " + noConnection.get();
        }
        held.forEach(out::println);
        return "the application could not be loaded; the lines above say why";
    }

    /** From here on lines are passed on as they come; of those held back, what may matter. */
    synchronized void ready() {
        ready = true;
        held.stream().filter(line -> !SERVERS_REMARK.matcher(line).matches()).forEach(out::println);
        held.clear();
    }
}
