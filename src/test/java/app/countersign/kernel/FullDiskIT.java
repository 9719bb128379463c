package app.countersign.kernel;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The disk on which H2 keeps its file has no room for a while. Needs a small one, which only root can make. */
class FullDiskIT {

    private static Path folder;
    private static SmallDisk disk;
    private static RunningApplication application;

    @BeforeAll
    static void mountASmallDisk() throws Exception {
        folder = Files.createTempDirectory("countersign-disk");
        disk = SmallDisk.on(folder, "size=128m");
        application = RunningApplication.with(Map.of("data.dir", folder.toString()));
    }

    @AfterAll
    static void unmount() throws Exception {
        if (application != null) {
            application.kill();
        }
        if (disk != null) {
            disk.close();
        }
        Files.delete(folder);
    }

    @Test
    void whileTheDiskIsFullNothingIsHalfDoneAndAfterwardsAllIsWell() throws Exception {
        Agreements agreements = new Agreements(application.api());
        Patience.until(
                "the demonstration is there",
                Duration.ofMinutes(1),
                () -> application
                        .api()
                        .get("/api/v1/organisations?q=Blumen")
                        .text()
                        .contains("Blumen"));
        String id = agreements.accepted("okomo-dpa", "Platznot AG");
        Path filler = folder.resolve("filler");
        fill(filler);

        assertThat(problem(application.api().post(at(id, "/countersignature")), 507)
                        .json()
                        .getString("detail"))
                .contains("kein Platz");
        problem(
                application
                        .api()
                        .post(
                                "/api/v1/contracts",
                                Agreements.request("okomo-dpa", "Platznot AG").build()),
                507);
        assertThat(agreements.whole(id).getString("state")).isEqualTo("accepted");

        Files.delete(filler);
        assertThat(agreements.whole(id).getString("state")).isEqualTo("accepted");
        assertThat(agreements.documents(id, "countersigned")).isEmpty();
        good(application.api().post(at(id, "/countersignature")));
        assertThat(agreements.documents(id, "countersigned")).hasSize(1);
        String run = agreements.countersigning(List.of(agreements.accepted("okomo-dpa", "Platz AG")));
        Patience.until(
                "the jobs go on",
                Duration.ofMinutes(1),
                () -> agreements.progress(run).getInt("done") == 1);
    }

    /** Down to a few megabytes. */
    private static void fill(Path file) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (Files.getFileStore(folder).getUsableSpace() > 8L << 20) {
                out.write(block);
            }
        }
    }
}
