"""Drives a program as assistive technology sees it: by role and name, never by pixels of a picture.

Every wait has a deadline and the name of what is waited for.  What GTK 4.8 gives no action to
(check buttons, rows of choices, rows of lists) is clicked where the tree says that it is.
"""

import contextlib
import os
import re
import signal
import subprocess
import time
import warnings

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# The interfaces of a node are deprecated as its methods, and have no other way in from Python.
warnings.simplefilter('ignore', DeprecationWarning)

Role = Atspi.Role
BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
ENTRIES = (Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT)
DEADLINE_SECONDS = 20
LOOK_AGAIN_SECONDS = 0.05
MOST_CHILDREN = 80            # of one node: long tables are slow to walk


class NotSeen(AssertionError):
    pass


def wait_until(what, condition, seconds=DEADLINE_SECONDS, otherwise=None):
    """The first true answer of the condition; its name is in the failure.  Nodes may die meanwhile."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(GLib.Error):
            answer = condition()
            if answer:
                return answer
        if time.monotonic() > end:
            raise NotSeen(f'not seen in {seconds} s: {what}' + (f'\n{otherwise()}' if otherwise else ''))
        time.sleep(LOOK_AGAIN_SECONDS)


def children(node):
    for i in range(min(node.get_child_count(), MOST_CHILDREN)):
        with contextlib.suppress(GLib.Error):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child


def walk(node):
    yield node
    with contextlib.suppress(GLib.Error):
        for child in children(node):
            yield from walk(child)


def plain(name):
    """GTK 4.8 keeps the underscore of mnemonics and says some names twice."""
    words = (name or '').replace('_', '').strip()
    half = len(words) // 2
    if len(words) % 2 and words[half] == ' ' and words[:half] == words[half + 1:]:
        return words[:half]
    return words


def name_of(node):
    return plain(node.get_name())


def is_called(node, wanted):
    """By name, or by description where only a tooltip says what it does."""
    names = (name_of(node), plain(node.get_description()))
    if isinstance(wanted, re.Pattern):
        return any(wanted.search(name) for name in names)
    return wanted in names


def see(root, roles, wanted):
    """All nodes of these roles and this name, in the order of the tree."""
    found = []
    for node in walk(root):
        with contextlib.suppress(GLib.Error):
            if (roles is None or node.get_role() in roles) and (wanted is None or is_called(node, wanted)):
                found.append(node)
    return found


def outline(root):
    """What is there, for the message of a failure; the test has no people but invented ones."""
    lines = []
    for node in walk(root):
        with contextlib.suppress(GLib.Error):
            if node.get_name() or node.get_description():
                lines.append(f'  {node.get_role_name()}: {node.get_name()!r} {node.get_description()!r}')
    return '\n'.join(lines)


def words_near(node):
    """What stands nearest to a node that has no name: how a failure tells which one it is."""
    while node is not None:
        words = [name_of(label) for label in see(node, [Role.LABEL], re.compile(r'\s|^(?!Gtk)\w'))]
        if words:
            return words[:5]
        node = node.get_parent()
    return []


def path_of(node):
    names = []
    while (node := node.get_parent()) is not None:
        names.append(node.get_name() or node.get_role_name())
    return ' < '.join(names)


def has(node, state):
    return node.get_state_set().contains(state)


def is_visible(node):
    return has(node, Atspi.StateType.VISIBLE)


def is_mapped(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.width > 0 and box.height > 0


def find(root, roles, wanted, seconds=DEADLINE_SECONDS):
    """The first such node that can be used; waits for it."""
    def ready():
        nodes = [node for node in see(root, roles, wanted) if has(node, Atspi.StateType.SENSITIVE)]
        return nodes[0] if nodes else None

    return wait_until(f'{wanted!r}', ready, seconds, lambda: outline(root))


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def press(root, wanted, seconds=DEADLINE_SECONDS):
    button = find(root, BUTTONS, wanted, seconds)
    actions = [button.get_action_name(i) for i in range(button.get_n_actions())]
    assert 'click' in actions, f'{wanted!r} has no click, only {actions}'
    button.do_action(actions.index('click'))


def fill(root, wanted, text):
    """Through EditableText: keys pressed by xdotool lose their capitals."""
    entry = find_entry(root, wanted)
    assert Atspi.EditableText.set_text_contents(entry, text), f'{wanted!r} took no text'
    wait_until(f'{wanted!r} to hold what was typed', lambda: text_of(entry) == text)


def find_entry(root, wanted):
    """An entry of this name, or the entry inside a row of this name."""
    def ready():
        for node in see(root, None, wanted):
            for inner in walk(node):
                if inner.get_editable_text_iface() is not None and has(inner, Atspi.StateType.SENSITIVE):
                    return inner
        return None

    return wait_until(f'an entry {wanted!r}', ready, otherwise=lambda: outline(root))


def keys(*names):
    subprocess.run(['xdotool', 'key', '--delay', '80', *names], check=True)


def type_keys(text):
    """Only what has no capitals: see fill()."""
    assert text == text.lower()
    subprocess.run(['xdotool', 'type', '--delay', '10', text], check=True)


def click(node, times=1):
    """Clicks in the middle of it.  The tree tells places in the window, not on the screen."""
    wait_until('it to have a place', lambda: is_mapped(node))
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    answer = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                            check=True, capture_output=True, text=True).stdout
    place = dict(line.split('=') for line in answer.split())
    x = int(place['X']) + box.x + box.width // 2
    y = int(place['Y']) + box.y + box.height // 2
    subprocess.run(['xdotool', 'mousemove', '--sync', str(x), str(y)], check=True)
    subprocess.run(['xdotool', 'click', '--repeat', str(times), '--delay', '80', '1'], check=True)


def choose_one(node):
    """A radio button of a dialog, by the keyboard where the tree tells the focus, else by the pointer."""
    for _ in range(12):
        if has(node, Atspi.StateType.FOCUSED):
            keys('space')
            return
        keys('Tab')
        time.sleep(LOOK_AGAIN_SECONDS)
    click(node)


def row_of(node):
    """A row is large enough to be met: a later toolkit tells a small thing's place inexactly."""
    while node is not None and node.get_role() not in (Role.LIST_ITEM, Role.TABLE_ROW):
        node = node.get_parent()
    return node


def tick(what, see_box):
    """By the keyboard, in the row of the box.
    Rows move until the last answer is in, so that a click may meet none, or another."""
    def see_row():
        return row_of(see_box())

    def is_ticked():
        box = see_box()
        return box is not None and has(box, Atspi.StateType.CHECKED)

    for _ in range(4):
        click(wait_until(what, see_row))
        keys('space')
        with contextlib.suppress(NotSeen):
            return wait_until(f'{what}, ticked', is_ticked, DEADLINE_SECONDS / 4)
    raise NotSeen(f'{what}, ticked')


def choose(root, wanted, item):
    """A choice of a row or a drop-down, by the keyboard: nothing in GTK 4.8 opens it from the tree."""
    box = find(root, [Role.COMBO_BOX], wanted)
    click(box)
    # Shown first is what is chosen now; the list below it has everything.
    labels = wait_until(f'the choices of {wanted!r}', lambda: list_of(box, item), otherwise=lambda: outline(box))
    keys('Home', *['Down'] * labels.index(item), 'Return')
    wait_until(f'{item!r} to be chosen', lambda: list_of(box, item) is None and
               see(box, [Role.LABEL], item), otherwise=lambda: outline(box))


def list_of(box, item):
    items = see(box, [Role.LIST_ITEM], None)
    labels = [name_of(label) for node in items for label in see(node, [Role.LABEL], None)[:1]]
    return labels if item in labels else None


def open_path_entry(chooser):
    """A key pressed while the dialog is still coming up may be lost."""
    def begun():
        return next((node for node in see(chooser, ENTRIES, None) if text_of(node).startswith('/')), None)

    for _ in range(4):
        keys('slash')
        with contextlib.suppress(NotSeen):
            return wait_until('the entry for a path', begun, DEADLINE_SECONDS / 4)
    raise NotSeen('the entry for a path')


def choose_file(program, title, path, accept):
    """GTK's own dialog opens an entry for a path that begins with /, which may take a while."""
    chooser = program.dialog(title)
    wait_until('the chooser to have the focus', lambda: active_title() == title)
    entry = open_path_entry(chooser)
    Atspi.EditableText.set_text_contents(entry, str(path))
    keys('Return')

    # Return accepts at once when the folder has been read by then, and else only completes.
    def gone():
        if not any(is_called(window, title) for window in program.windows()):
            return True
        for button in see(chooser, BUTTONS, accept):
            if has(button, Atspi.StateType.SENSITIVE):
                button.do_action(0)
        return False

    wait_until(f'{title!r} to be answered', gone)


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def active_title():
    return subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True,
                          text=True).stdout.strip()


class Program:
    """The program under test: one process, started and ended here."""

    def __init__(self, command, name='mukana', log=None):
        self.name = name
        self.process = subprocess.Popen(command, stderr=log)
        self.root = wait_until('the program in the accessible tree', self.look_up, 30)

    def look_up(self):
        assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
        for node in children(Atspi.get_desktop(0)):
            if node.get_name() == self.name and node.get_child_count() > 0:
                return node
        return None

    def windows(self):
        return [node for node in children(self.root)]

    def dialog(self, wanted):
        """Another window of the program, with something of this name in it."""
        def ready():
            for window in self.windows()[1:]:
                if is_called(window, wanted) or see(window, None, wanted):
                    return window
            return None

        return wait_until(f'the dialog {wanted!r}', ready, otherwise=lambda: outline(self.root))

    def quit(self):
        """As a person does: by the keyboard, and again while nothing happens.

        The window manager gives a window that has just come the keyboard a moment later than it is
        drawn, and what is pressed before goes nowhere.
        """
        for _ in range(DEADLINE_SECONDS // 4):
            keys('ctrl+q')
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.process.wait(timeout=4)
        raise NotSeen('the program to end after Ctrl+Q', outline(self.root))

    def kill(self):
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
