package app.countersign.launch;

import app.countersign.access.AccessSettings;
import app.countersign.access.DemoAccounts;
import app.countersign.kernel.HandedOver;
import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The main class.
 *
 * <pre>{@code java app.countersign.launch.Launcher payara-micro.jar countersign.war [countersign.demo=true …]}</pre>
 *
 * With the words of a {@link Command} behind, such as {@code restore} and a file, it does that instead.
 *
 * Ends with 2 for a wrong setting and 1 if the application can't start, each with one line on standard error.
 */
public final class Launcher {

    private static final int ATTEMPT_MILLIS = 250;

    private final Settings settings;
    private final Path server;
    private final Path war;
    private final ServerOutput output;
    private volatile boolean stopping;

    private Launcher(Settings settings, Path server, Path war) {
        this.settings = settings;
        this.server = server;
        this.war = war;
        this.output = new ServerOutput(settings.database().toString(), System.out);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            List<String> words = List.of(args).subList(2, args.length);
            takeDefaults(words.stream().filter(Launcher::isSetting).toList());
            Settings settings = Settings.read(SettingSources::ofProcess);
            List<String> command =
                    words.stream().filter(word -> !isSetting(word)).toList();
            if (!command.isEmpty()) {
                System.exit(run(command, Path.of(args[1])));
            }
            AccessSettings.check(SettingSources.orInFile(SettingSources::ofProcess));
            System.exit(new Launcher(settings, Path.of(args[0]), Path.of(args[1])).run());
        } catch (Settings.Wrong e) {
            complain(e.getMessage());
            System.exit(2);
        }
    }

    private static boolean isSetting(String word) {
        return word.startsWith("countersign.") && word.contains("=");
    }

    private static int run(List<String> words, Path war) throws IOException, InterruptedException {
        Optional<Command> command = Command.of(words);
        if (command.isEmpty()) {
            complain("there is no command " + words.get(0) + "; there are " + String.join(", ", Command.names()));
            return 2;
        }
        return command.get().run(war);
    }

    /** Settings of the form {@code countersign.demo=true} hold unless something else sets them. */
    private static void takeDefaults(List<String> defaults) {
        for (String setting : defaults) {
            String[] parts = setting.split("=", 2);
            if (SettingSources.ofProcess(parts[0]).isEmpty()) {
                System.setProperty(parts[0], parts[1]);
            }
        }
    }

    private int run() throws IOException, InterruptedException {
        try {
            Files.createDirectories(settings.dataDir());
            Files.delete(Files.createTempFile(settings.dataDir(), "probe", null));
        } catch (IOException e) {
            complain("setting countersign.data.dir: " + settings.dataDir() + " can't be written to");
            return 2;
        }
        if (!isFree()) {
            complain("port " + settings.port() + " on " + settings.bind()
                    + " is in use; stop what uses it or set countersign.port (COUNTERSIGN_PORT) to another");
            return 2;
        }
        Process process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        Thread announcer = new Thread(() -> announce(process));
        announcer.setDaemon(true);
        announcer.start();
        int end = forward(process) ? process.waitFor() : 1;
        if (stopping) {
            // The shutdown that is under way ends this process; anything returned before would read as a failure.
            new CountDownLatch(1).await();
        }
        return end;
    }

    private boolean isFree() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()));
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }

    private Process start() throws IOException {
        Path scratch = Files.createTempDirectory("countersign");
        Path preboot = resource(scratch, "preboot.txt").toAbsolutePath();
        Files.writeString(
                preboot, Files.readString(preboot).replace("${bind}", settings.bind()), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        if (settings.demo()) {
            // A person waits for the first page: compile quickly rather than thoroughly. Java then reserves 48 MB for
            // what it compiles, a few hundred pages fill that, and a full one is an outage.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m"));
        }
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", server.toString(), "--nocluster", "--disablephonehome", "--nohostaware"));
        command.addAll(List.of("--port", String.valueOf(settings.port()), "--contextroot", "/"));
        command.addAll(List.of("--prebootcommandfile", preboot.toString()));
        command.addAll(List.of(
                "--logproperties", resource(scratch, "logging.properties").toString()));
        command.addAll(List.of("--deploy", war.toString()));
        return HandedOver.start(new ProcessBuilder(command).redirectErrorStream(true), SettingSources.allOfProcess());
    }

    private static Path resource(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (var in = Launcher.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        file.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return file;
    }

    /** Passes on what the server prints, to its end. False if it said that it can't start. */
    private boolean forward(Process process) throws IOException, InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<String> problem = output.take(line);
                if (problem.isPresent()) {
                    process.destroyForcibly().waitFor();
                    complain(problem.get());
                    return false;
                }
            }
        } catch (IOException e) {
            if (process.isAlive() && !stopping) {
                throw e;
            }
        }
        return true;
    }

    private void stop(Process process) {
        stopping = true;
        try {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** Waits until the sign-in page has really been served: by then the classes that it needs are warm, too. */
    private void announce(Process process) {
        String host = Settings.isLoopback(settings.bind()) ? settings.bind() : "127.0.0.1";
        URI page = URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.port() + "/sign-in");
        try {
            while (process.isAlive() && !answers(page)) {
                Thread.sleep(ATTEMPT_MILLIS);
            }
        } catch (InterruptedException e) {
            return;
        }
        if (process.isAlive()) {
            output.ready();
            greet(System.out);
        }
    }

    private static boolean answers(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(60_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void greet(PrintStream out) {
        out.println();
        out.println("  Countersign is ready: " + settings.baseUrl() + "/");
        if (settings.demo()) {
            out.println();
            out.println("  Demonstration accounts (user name / password):");
            DemoAccounts.lines().forEach(line -> out.println("    " + line));
        }
        out.println();
        out.println("  Data: " + settings.database());
        out.println("  Ctrl-C stops it; the next start finds the data again.");
        out.println();
        out.flush();
    }

    private static void complain(String line) {
        System.err.println("countersign: " + line);
    }
}
