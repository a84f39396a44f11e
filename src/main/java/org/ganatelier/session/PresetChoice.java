package org.ganatelier.session;

/**
 * An experiment that ships with the program, as a menu shows it.
 *
 * @param name of the file, also for the command line
 * @param description one sentence
 */
public record PresetChoice(String name, String title, String description) {}
