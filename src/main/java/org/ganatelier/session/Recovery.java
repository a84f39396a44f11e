package org.ganatelier.session;

import org.ganatelier.project.FormerSession;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.SessionFolders;

import java.util.List;
import java.util.function.Consumer;

/** What former sessions left: it is opened beside the work of this one. FX thread only. */
public final class Recovery {
    private final Session session;
    private final SessionFolders folders;
    private final Workers workers;

    /**
     * @param folders of former sessions; asked in the background
     */
    public Recovery(Session session, SessionFolders folders) {
        this.session = session;
        this.folders = folders;
        workers = session.workers();
    }

    /**
     * Looks for sessions that ended badly. Of those that left nothing a message tells.
     *
     * @param found gets the others, newest first, where there are any
     */
    public void afterStart(Consumer<List<Recoverable>> found) {
        look(
                former -> {
                    List<FormerSession> bad =
                            former.stream().filter(FormerSession::endedBadly).toList();
                    List<Recoverable> left = bad.stream().flatMap(Recoverable::of).toList();
                    List<FormerSession> empty =
                            bad.stream().filter(each -> each.work().isEmpty()).toList();
                    if (left.isEmpty()) {
                        empty.stream().findFirst().ifPresent(this::tell);
                    } else {
                        found.accept(left);
                    }
                    empty.forEach(this::settle);
                });
    }

    /**
     * All that former sessions left, however they ended.
     *
     * @param found gets it, newest first
     */
    public void all(Consumer<List<Recoverable>> found) {
        look(former -> found.accept(former.stream().flatMap(Recoverable::of).toList()));
    }

    /**
     * Opens what a session left as a document of its own, unsaved; what is in the editor now stays
     * in the history and among the runs.
     *
     * @param name of its experiment from now on
     */
    public void open(Recoverable left, String name) {
        workers.fxThread().require();
        workers.work(
                () -> folders.load(left.source()),
                project -> {
                    session.documents()
                            .restore(
                                    project.withExperiment(project.experiment().withName(name)),
                                    name);
                    settle(left.source());
                },
                this::fail);
    }

    /**
     * Removes what a session left.
     *
     * @param removed called when it is gone
     */
    public void remove(Recoverable left, Runnable removed) {
        workers.fxThread().require();
        workers.work(
                () -> {
                    folders.remove(left.source());
                    return left;
                },
                _ -> removed.run(),
                this::fail);
    }

    private void look(Consumer<List<FormerSession>> found) {
        workers.fxThread().require();
        workers.work(folders::former, found, this::fail);
    }

    private void tell(FormerSession ended) {
        session.notices().error(new Happening.EndedBadly(ended.crashReport()), null);
    }

    private void fail(Throwable failure) {
        session.notices()
                .error(
                        FileWork.happeningOf(failure),
                        failure instanceof ProjectException ? null : failure);
    }

    private void settle(FormerSession ended) {
        workers.work(
                () -> {
                    folders.settle(ended);
                    return ended;
                },
                _ -> {},
                this::fail);
    }
}
