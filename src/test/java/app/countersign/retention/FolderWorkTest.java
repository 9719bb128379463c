package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go by their age, and everything that must stay whatever leads to it. */
class FolderWorkTest {

    private static final Instant OLD = Chats.NOW.minus(Duration.ofDays(400));

    @TempDir
    private Path temporary;

    private Path outside;
    private Path root;

    @BeforeEach
    void makeFolders() throws IOException {
        Path real = temporary.toRealPath();
        root = Files.createDirectory(real.resolve("store"));
        outside = Files.createDirectory(real.resolve("outside"));
        old(outside.resolve("secret.log"));
    }

    private static Path old(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(OLD));
    }

    private Store store(Path location) {
        return new Store(
                UUID.randomUUID(),
                new StoreDetails(
                        "Exports",
                        StoreKind.FOLDER,
                        location.toString(),
                        "",
                        ZoneId.of("Europe/Zurich"),
                        Optional.<Period>empty(),
                        ""),
                "Dora Weber",
                Chats.NOW);
    }

    private static RuleEntry entry(String pattern, String since, String age, String fate, String subject) {
        String store = UUID.randomUUID().toString();
        return new RuleEntry(
                store, "Exports", "", "c", "P12M", since, fate, pattern, age, "", "", "x = null", "t", subject, "");
    }

    private static RuleDetails rule(String pattern) {
        String store = UUID.randomUUID().toString();
        return new RuleEntry(
                        store, "Exports", "", "c", "P12M", "stored", "", pattern, "modified", "", "", "", "", "", "")
                .read();
    }

    private FolderWork work(Path location, String pattern, Held... holds) throws Trouble {
        RuleDetails rule = rule(pattern);
        Store store = store(location);
        Errand errand = new Errand(
                store,
                rule,
                Chats.NOW,
                Cutoff.of(rule.period(), Chats.NOW, store.zone()),
                List.of(),
                List.of(holds),
                List.of());
        return new FolderWork(location, FolderDoubts.clear(errand), errand);
    }

    private List<String> takeAll(FolderWork work) throws Trouble {
        List<String> keys = work.take(Optional.empty(), 100).orElseThrow().keys();
        work.commit();
        return keys;
    }

    @Test
    void oldFilesThatFitGoInBatchesAndTheOthersStay() throws Exception {
        for (int i = 0; i < 5; i++) {
            old(root.resolve("a" + i + ".log"));
        }
        old(root.resolve("deep/er/b.log"));
        old(root.resolve("a.csv"));
        old(root.resolve("dir.log/inner.csv"));
        Files.writeString(root.resolve("new.log"), "x");
        Files.setLastModifiedTime(old(root.resolve("zero.log")), FileTime.fromMillis(0));
        Files.setLastModifiedTime(old(root.resolve("future.log")), FileTime.from(Chats.NOW.plus(Duration.ofDays(99))));

        try (FolderWork work = work(root, "*.log")) {
            Preview preview = work.preview();
            assertThat(preview.rows()).isEqualTo(8);
            assertThat(preview.expired()).isEqualTo(5);
            assertThat(preview.implausible()).isEqualTo(1);
            assertThat(preview.future()).isEqualTo(1);
            assertThat(preview.oldest()).contains(OLD);

            Taken first = work.take(Optional.empty(), 2).orElseThrow();
            assertThat(first.keys()).containsExactly("a0.log", "a1.log");
            assertThat(root.resolve("a0.log")).exists();
            work.rollback();
            work.commit();
            assertThat(root.resolve("a0.log")).exists();
            work.take(Optional.empty(), 2);
            work.commit();
            assertThat(root.resolve("a0.log")).doesNotExist();
            assertThat(work.remaining(first.keys())).isZero();
            assertThat(work.take(Optional.of(first.last()), 9).orElseThrow().keys())
                    .containsExactly("a2.log", "a3.log", "a4.log");
            work.commit();
            assertThat(work.take(Optional.empty(), 9)).isEmpty();
        }
        assertThat(root.resolve("deep/er/b.log")).exists();
        try (FolderWork work = work(root, "**.log")) {
            assertThat(takeAll(work)).containsExactly("deep/er/b.log");
        }
        assertThat(root.resolve("a.csv")).exists();
        assertThat(root.resolve("dir.log/inner.csv")).exists();
        assertThat(root.resolve("new.log")).exists();
    }

    @Test
    void linksAreNeverFollowedWhereverTheyStand() throws Exception {
        old(root.resolve("in/a.log"));
        Files.createSymbolicLink(root.resolve("link.log"), outside.resolve("secret.log"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("in/up"), root);
        Files.createSymbolicLink(root.resolve("in/nowhere.log"), root.resolve("gone"));

        try (FolderWork work = work(root, "**.log")) {
            assertThat(work.preview().rows()).isEqualTo(1);
            assertThat(takeAll(work)).containsExactly("in/a.log");
        }
        assertThat(outside.resolve("secret.log")).exists();
        assertThat(root.resolve("link.log")).isSymbolicLink();
    }

    /** Between being chosen and going, a folder may be swapped for a link, and a file too. */
    @Test
    void aLinkThatTakesTheirPlaceMeanwhileLeadsNowhere() throws Exception {
        old(root.resolve("in/secret.log"));
        old(root.resolve("secret.log"));
        try (FolderWork work = work(root, "**.log")) {
            List<String> keys = work.take(Optional.empty(), 9).orElseThrow().keys();
            assertThat(keys).containsExactly("in/secret.log", "secret.log");
            Files.move(root.resolve("in"), root.resolve("moved"));
            Files.createSymbolicLink(root.resolve("in"), outside);
            Files.delete(root.resolve("secret.log"));
            Files.createSymbolicLink(root.resolve("secret.log"), outside.resolve("secret.log"));

            assertThatThrownBy(work::commit).isInstanceOf(Trouble.class).hasMessage("retention.problem.folder-gone");
        }
        assertThat(outside.resolve("secret.log")).exists();
        assertThat(root.resolve("secret.log")).isSymbolicLink();
        assertThat(root.resolve("moved/secret.log")).exists();
    }

    @Test
    void aStoreBehindALinkIsNone() throws Exception {
        old(root.resolve("in/a.log"));
        Path link = Files.createSymbolicLink(root.resolveSibling("linked"), root);

        for (Path location : List.of(link, link.resolve("in"))) {
            try (FolderWork work = work(location, "**.log")) {
                assertThatThrownBy(work::preview)
                        .isInstanceOf(Trouble.class)
                        .hasMessage("retention.problem.folder-gone");
                assertThatThrownBy(() -> work.take(Optional.empty(), 9)).isInstanceOf(Trouble.class);
            }
        }
        assertThat(root.resolve("in/a.log")).exists();
    }

    @Test
    void aBatchThatWasCutOffIsFinishedAndCountedOnce() throws Exception {
        old(root.resolve("a.log"));
        old(root.resolve("b.log"));
        List<String> keys;
        try (FolderWork work = work(root, "*.log")) {
            keys = work.take(Optional.empty(), 9).orElseThrow().keys();
        }
        Files.delete(root.resolve("a.log"));
        try (FolderWork work = work(root, "*.log")) {
            assertThat(work.remaining(keys)).isEqualTo(1);
            assertThat(work.takeAgain(keys).orElseThrow().counts()).containsValue(2L);
            work.commit();
            assertThat(work.remaining(keys)).isZero();
        }
        Files.writeString(root.resolve("b.log"), "written anew");
        try (FolderWork work = work(root, "*.log")) {
            assertThat(work.takeAgain(keys)).isEmpty();
            work.commit();
        }
        assertThat(root.resolve("b.log")).exists();
    }

    @Test
    void aHoldOfATimeKeepsFilesAndOneOfAPersonKeepsAll() throws Exception {
        old(root.resolve("a.log"));
        Held then = new Held(
                Optional.empty(), List.of(), Optional.of(OLD.minusSeconds(9)), Optional.of(OLD.plusSeconds(9)));

        try (FolderWork work = work(root, "*.log", then)) {
            assertThat(work.preview().held()).isEqualTo(1);
            assertThat(work.take(Optional.empty(), 9)).isEmpty();
        }
        Held anna = new Held(Optional.of("anna"), List.of(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> work(root, "*.log", anna)).hasMessage("retention.doubt.hold-person");
    }

    @Test
    void whatFilesCannotSayIsRefusedBesideItsField() {
        for (String pattern : List.of("/etc/*", "../*.log", "a/../../x", "[", "*")) {
            boolean fine = FilePattern.of(rule(pattern).table()).isPresent();
            assertThat(fine).as(pattern).isEqualTo(pattern.equals("*"));
        }
        RuleDetails wrong =
                entry("*.log", "contract-end", "", "anonymise", "who").read();
        assertThatThrownBy(() -> FolderDoubts.require(wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints())
                                .containsOnlyKeys("since", "fate", "controllerColumn", "subjectColumn"));
        RuleDetails created = entry("*.log", "stored", "created", "delete", "").read();
        assertThatThrownBy(() -> FolderDoubts.require(created))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints()).containsOnlyKeys("ageColumn", "controllerColumn"));
    }

    @Test
    void onlyFoldersBelowThePermittedOneAreStores() {
        Optional<Path> permitted = Optional.of(Path.of("/srv/data"));

        assertThat(FolderMeans.complaint("/srv/data", permitted)).isEmpty();
        assertThat(FolderMeans.complaint("/srv/data/exports", permitted)).isEmpty();
        for (String wrong : List.of("/srv", "/srv/database", "/srv/data/../x", "srv/data", "", "/etc")) {
            assertThat(FolderMeans.complaint(wrong, permitted)).as(wrong).isPresent();
        }
        assertThat(FolderMeans.complaint("/srv/data", Optional.empty())).isPresent();
    }
}
