package app.countersign.launch;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.RunningApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says when the application can't start. */
class LauncherIT {

    @TempDir
    private Path folder;

    private record Ending(int status, List<String> lines) {}

    private Ending start(Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", "target/classes", "-Dcountersign.data.dir=" + folder));
        settings.forEach((name, value) -> command.add("-Dcountersign." + name + "=" + value));
        command.add("app.countersign.launch.Launcher");
        command.addAll(List.of(System.getProperty("countersign.server"), System.getProperty("countersign.war")));
        Path output = Files.createTempFile("launcher", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Ending(process.waitFor(), Files.readAllLines(output, StandardCharsets.UTF_8));
    }

    @Test
    void aWrongSettingEndsTheStartWithOneLine() throws Exception {
        Ending ending = start(Map.of("port", "eighty"));

        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.lines())
                .singleElement()
                .asString()
                .contains("countersign.port")
                .contains("eighty");
    }

    @Test
    void demonstrationDataOnAnOpenAddressEndsTheStartWithOneLine() throws Exception {
        Ending ending = start(Map.of("demo", "true", "bind", "0.0.0.0"));

        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.lines()).singleElement().asString().contains("countersign.demo");
    }

    @Test
    void aPortInUseEndsTheStartWithOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ending ending = start(Map.of("port", String.valueOf(taken.getLocalPort())));

            assertThat(ending.status()).isEqualTo(2);
            assertThat(ending.lines()).singleElement().asString().contains("in use");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenEndsTheStartWithOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Ending ending = start(Map.of("data.dir", file.resolve("below").toString()));

        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.lines()).singleElement().asString().contains("countersign.data.dir");
    }

    @Test
    void aDatabaseThatDoesNotAnswerEndsTheStartWithOneLineAndNoStackTrace() throws Exception {
        Ending ending = start(Map.of(
                "port", String.valueOf(RunningApplication.freePort()),
                "db.url", "jdbc:postgresql://127.0.0.1:1/countersign",
                "db.password", "geheim"));

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.lines().get(ending.lines().size() - 1)).contains("jdbc:postgresql://127.0.0.1:1");
        assertThat(ending.lines())
                .noneMatch(line -> line.startsWith("\tat "))
                .noneMatch(line -> line.contains("geheim"));
    }
}
