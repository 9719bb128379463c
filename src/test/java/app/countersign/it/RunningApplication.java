package app.countersign.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The built WAR, started by the launcher in a process of its own, as an installation would. */
public final class RunningApplication implements AutoCloseable {

    /** The API key of every application that tests start. */
    public static final String API_KEY = "test-key-of-the-test-suite-0123456789";

    private static final String READY = "Countersign is ready";

    private final int port;
    private final Map<String, String> settings;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private Process process;

    private RunningApplication(int port, Map<String, String> settings) {
        this.port = port;
        this.settings = settings;
    }

    /** Starts with demonstration data on a free port and a fresh data folder, unless the settings say otherwise.
     *
     * @param settings by short name: {@code db.url} */
    public static RunningApplication with(Map<String, String> settings) {
        try {
            int port = freePort();
            Map<String, String> all = new TreeMap<>(Map.of(
                    "port",
                    String.valueOf(port),
                    "demo",
                    "true",
                    "api.key",
                    API_KEY,
                    "data.dir",
                    Files.createTempDirectory("countersign-it").toString()));
            // Tests are in more of a hurry than anybody else.
            for (String limit : List.of("key", "signin", "verify", "link", "refused")) {
                all.put("rate." + limit, "0");
            }
            all.putAll(settings);
            RunningApplication application = new RunningApplication(Integer.parseInt(all.get("port")), all);
            application.start();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again with the same settings, as after a crash. */
    public void start() throws IOException {
        output.clear();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", "target/classes"));
        settings.forEach((name, value) -> command.add("-Dcountersign." + name + "=" + value));
        command.addAll(List.of("app.countersign.launch.Launcher"));
        command.addAll(List.of(System.getProperty("countersign.server"), System.getProperty("countersign.war")));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        awaitReady();
    }

    private void awaitReady() throws IOException {
        CountDownLatch ready = new CountDownLatch(1);
        Thread reader = new Thread(() -> read(ready), "application-output");
        reader.setDaemon(true);
        reader.start();
        try {
            if (!ready.await(5, TimeUnit.MINUTES) || output.stream().noneMatch(line -> line.contains(READY))) {
                throw new IOException("the application did not start:\n" + String.join("\n", output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void read(CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains(READY)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        ready.countDown();
    }

    /** All that it printed since its last start. */
    public List<String> output() {
        return List.copyOf(output);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public ApiClient api() {
        return new ApiClient(this, API_KEY);
    }

    /** Where it keeps its data and its key. */
    public Path data() {
        return Path.of(settings.get("data.dir"));
    }

    /** The process of the server, which the launcher started. */
    public ProcessHandle server() {
        return process.descendants().findFirst().orElseThrow();
    }

    /** Ends launcher and server without any warning, as a power cut would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
