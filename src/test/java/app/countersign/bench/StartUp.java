package app.countersign.bench;

import app.countersign.it.RunningApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * From the command to the sign-in page on a built tree, with an empty data folder, against the same server with a WAR
 * that holds one empty page, started with the same JVM options.
 */
final class StartUp implements Figure {

    private static final int ROUNDS = 3;
    private static final long GLANCE_MILLIS = 100;
    private static final int TIMEOUT_MILLIS = 60_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure() throws Exception {
        Path empty = emptyWar();
        double[] millis =
                Rounds.medianMillis(0, ROUNDS, StartUp::application, () -> bare(empty, RunningApplication.freePort()));
        return List.of(new Line(
                "start until the sign-in page : bare server with an empty WAR",
                "s",
                millis[0] / 1000,
                millis[1] / 1000,
                "small"));
    }

    /** The launcher says that it is ready when it has got the sign-in page. */
    private static Object application() {
        RunningApplication application = RunningApplication.with(Map.of());
        application.kill();
        return application;
    }

    private static Path emptyWar() throws IOException {
        Path war = Files.createTempFile("empty", ".war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.closeEntry();
        }
        return war;
    }

    private static Object bare(Path war, int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", System.getProperty("countersign.server"), "--nocluster", "--disablephonehome"));
        command.addAll(List.of("--nohostaware", "--port", String.valueOf(port), "--contextroot", "/"));
        command.addAll(List.of("--deploy", war.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        URI page = URI.create("http://127.0.0.1:" + port + "/index.html");
        while (process.isAlive() && !answers(page)) {
            Thread.sleep(GLANCE_MILLIS);
        }
        if (!process.isAlive()) {
            throw new IOException("the bare server ended with " + process.exitValue());
        }
        process.destroyForcibly().waitFor();
        return process;
    }

    private static boolean answers(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
