package io.deltawire.view;

/**
 * An entity by which stories are found.
 *
 * @param stories number of stories it is prominent in
 */
public record Entity(String id, String name, String type, int stories) {}
