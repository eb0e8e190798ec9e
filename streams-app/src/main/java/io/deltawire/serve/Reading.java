package io.deltawire.serve;

import io.deltawire.schemas.Settings;
import io.deltawire.view.ArticleTexts;
import io.deltawire.view.View;
import io.deltawire.web.Routes;
import io.deltawire.webhook.Webhooks;
import java.io.IOException;
import java.util.List;

/** All that people and programs read from an instance: the view and the routes over it. */
final class Reading implements AutoCloseable {
    private final View view;
    private final ArticleTexts texts;
    private final ChangeStream stream;
    private final Webhooks webhooks;
    private final String name;

    private Reading(View view, ArticleTexts texts, Webhooks webhooks, String name) {
        this.view = view;
        this.texts = texts;
        this.webhooks = webhooks;
        this.name = name;
        stream = new ChangeStream(view);
    }

    /**
     * @param name by which answers say who gave them
     * @throws IllegalArgumentException if a setting is wrong, or the copy of what is published can't be kept
     */
    static Reading start(Settings settings, String name) {
        try {
            View view = View.start(settings);
            try {
                Webhooks webhooks = Webhooks.start(settings, view.archive(), System.getenv());
                return new Reading(view, new ArticleTexts(settings), webhooks, name);
            } catch (IllegalArgumentException e) {
                view.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "state.dir can't be used; each instance on a machine needs its own: " + e.getMessage(), e);
        }
    }

    List<Routes> routes() {
        return List.of(
                new Readiness(view, name),
                new StoriesApi(view.archive()),
                new ChangesApi(view.archive()),
                stream,
                new ThingsApi(view.archive(), texts),
                new Feeds(view.archive()),
                new OpenApi(),
                new PageFiles());
    }

    /** Lets go those who listen, so that the server can stop. */
    void stopStreaming() {
        stream.close();
    }

    @Override
    public void close() {
        stream.close();
        webhooks.close();
        texts.close();
        view.close();
    }
}
