// Finds things on the page by role and name, as assistive technology presents them. A function body: it
// is sent with the question, runs through WebDriver, and leaves nothing behind in the page.
//
// arguments: the question's name, the path of [role, name] pairs to look inside, and what the question needs

const IMPLICIT = {
  A: (e) => (e.hasAttribute('href') ? 'link' : ''),
  ARTICLE: () => 'article',
  ASIDE: () => 'complementary',
  BUTTON: () => 'button',
  DIALOG: () => 'dialog',
  FIELDSET: () => 'group',
  FIGURE: () => 'figure',
  FOOTER: (e) => (e.closest('article, aside, main, nav, section') ? '' : 'contentinfo'),
  FORM: (e) => (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby') ? 'form' : ''),
  H1: () => 'heading',
  H2: () => 'heading',
  H3: () => 'heading',
  H4: () => 'heading',
  H5: () => 'heading',
  H6: () => 'heading',
  HEADER: (e) => (e.closest('article, aside, main, nav, section') ? '' : 'banner'),
  HR: () => 'separator',
  IMG: (e) => (e.getAttribute('alt') === '' ? '' : 'img'),
  INPUT: (e) =>
    ({
      button: 'button',
      checkbox: 'checkbox',
      hidden: '',
      image: 'button',
      number: 'spinbutton',
      radio: 'radio',
      range: 'slider',
      reset: 'button',
      search: 'searchbox',
      submit: 'button',
    })[e.type] ?? (e.hasAttribute('list') ? 'combobox' : 'textbox'),
  LI: () => 'listitem',
  MAIN: () => 'main',
  METER: () => 'meter',
  NAV: () => 'navigation',
  OL: () => 'list',
  OPTION: () => 'option',
  OUTPUT: () => 'status',
  PROGRESS: () => 'progressbar',
  SECTION: (e) => (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby') ? 'region' : ''),
  SELECT: (e) => (e.multiple || e.size > 1 ? 'listbox' : 'combobox'),
  SUMMARY: () => 'button',
  TABLE: () => 'table',
  TBODY: () => 'rowgroup',
  TD: (e) => (e.closest('[role="grid"], [role="treegrid"]') ? 'gridcell' : 'cell'),
  TEXTAREA: () => 'textbox',
  TH: (e) => (e.scope === 'row' ? 'rowheader' : 'columnheader'),
  TR: () => 'row',
  UL: () => 'list',
};

const NAMED_BY_CONTENT = new Set(
  ('button cell checkbox columnheader gridcell heading link listitem menuitem menuitemcheckbox menuitemradio ' +
    'option radio row rowheader status alert switch tab tooltip treeitem').split(' '),
);

const FIELDS = ['textbox', 'searchbox', 'combobox', 'spinbutton'];

const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function roleOf(element) {
  const given = tidy(element.getAttribute('role')).split(' ')[0];
  if (given === 'none' || given === 'presentation') return '';
  return given || IMPLICIT[element.tagName]?.(element) || '';
}

/** Rendered, and not taken away from assistive technology. */
function isPresent(element) {
  if (element.closest('[aria-hidden="true"], [inert]')) return false;
  const inSelect = element.closest('select');
  return (inSelect ?? element).checkVisibility({ visibilityProperty: true });
}

function textOf(node, without) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === without) return '';
  if (node.getAttribute('aria-hidden') === 'true') return '';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return '';
  const label = tidy(node.getAttribute('aria-label'));
  // A landmark or list that is labelled is announced by its label, and its content is read all the same.
  const holds = node.matches('section, nav, main, aside, article, form, ul, ol, dialog, table, [role=region], [role=dialog], [role=list], [role=grid], [role=table], [role=group]');
  if (label && !holds) return ` ${label} `;
  if (node.tagName === 'IMG') return ` ${node.alt} `;
  const inside = Array.from(node.childNodes, (child) => textOf(child, without)).join('');
  return style.display === 'inline' ? inside : ` ${inside} `;
}

function nameOf(element) {
  const byIds = (ids) =>
    tidy(
      tidy(ids)
        .split(' ')
        .map((id) => document.getElementById(id))
        // A label may be hidden and still name a thing; a name that includes its own text is read as it is.
        .map((other) => other && (tidy(other.getAttribute('aria-label')) || tidy(textOf(other)) || other.textContent))
        .join(' '),
    );
  const own = () => {
    // A label around its field is not named by what the field holds.
    if (element.labels?.length) return tidy(Array.from(element.labels, (label) => textOf(label, element)).join(' '));
    if (element.tagName === 'IMG') return tidy(element.alt);
    if (element.tagName === 'INPUT' && ['submit', 'button', 'reset'].includes(element.type)) return tidy(element.value);
    const caption = { FIELDSET: 'legend', TABLE: 'caption', FIGURE: 'figcaption', svg: 'title' }[element.tagName];
    const inside = caption && element.querySelector(`:scope > ${caption}`);
    return inside ? tidy(inside.textContent) : '';
  };
  return (
    byIds(element.getAttribute('aria-labelledby')) ||
    tidy(element.getAttribute('aria-label')) ||
    own() ||
    (NAMED_BY_CONTENT.has(roleOf(element)) ? tidy(textOf(element)) : '') ||
    tidy(element.getAttribute('title')) ||
    tidy(element.getAttribute('placeholder'))
  );
}

/** "Ada Lovelace…" stands for whatever begins so; any other name is the whole name. */
function fits(name, wanted) {
  if (name === wanted) return true;
  return wanted.endsWith('…') && wanted.length > 1 && name.startsWith(wanted.slice(0, -1));
}

function things(within) {
  return Array.from(within.querySelectorAll('*')).filter((element) => roleOf(element) && isPresent(element));
}

function matching(within, role, name) {
  const roles = role === 'field' ? FIELDS : [role];
  const found = things(within).filter((element) => roles.includes(roleOf(element)) && fits(nameOf(element), name));
  // A whole name beats one that merely begins so.
  const whole = found.filter((element) => nameOf(element) === name);
  return whole.length ? whole : found;
}

/** What is on the page, for the message of a failing test. */
function roster(within) {
  const lines = things(within)
    .map((element) => [roleOf(element), nameOf(element)])
    .filter(([role, name]) => name && role !== 'cell' && role !== 'gridcell')
    .map(([role, name]) => `${role} “${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`);
  const shown = Array.from(new Set(lines)).slice(0, 120);
  return shown.length ? shown.join('\n  ') : '(nothing with a role and a name)';
}

function one(within, role, name) {
  const found = matching(within, role, name);
  if (found.length === 1) return found[0];
  const count = found.length ? `${found.length} things are` : 'nothing is';
  throw new Error(`${count} a ${role} called “${name}”. On the page:\n  ${roster(within)}`);
}

function inside(path) {
  return path.reduce((within, [role, name]) => one(within, role, name), document);
}

/** Where a pointer would be put: a check box or radio button is mostly drawn by its label, itself tucked away. */
function target(element) {
  const drawnByLabel = element.matches('input[type=checkbox], input[type=radio]');
  return (drawnByLabel && (element.closest('label') ?? element.labels?.[0])) || element;
}

function describe(element) {
  if (!element || element === document.body) return { role: '', name: '' };
  const active = element.getAttribute('aria-activedescendant');
  const real = (active && document.getElementById(active)) || element;
  return { role: roleOf(real), name: nameOf(real) };
}

/** Where a thing is drawn, once it is in view. */
function placeOf(element) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join(' ');
}

const QUESTIONS = {
  place: (within, { role, name }) => placeOf(target(one(within, role, name))),
  /** The element itself, for the driver to click; with `place`, only if it is still there. */
  point(within, { role, name, place }) {
    const element = one(within, role, name);
    if (element.disabled || element.getAttribute('aria-disabled') === 'true') {
      throw new Error(`the ${role} “${name}” is disabled`);
    }
    const drawn = target(element);
    if (placeOf(drawn) !== (place ?? placeOf(drawn))) throw new Error(`the ${role} “${name}” moves`);
    return drawn;
  },
  /** A field, focused, with all it holds selected, so that typing replaces it. */
  select(within, { name }) {
    const element = one(within, 'field', name);
    if (element.disabled || element.readOnly) throw new Error(`the field “${name}” cannot be changed`);
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    element.focus();
    element.select?.();
    if (document.activeElement !== element) throw new Error(`the field “${name}” does not take the focus`);
    return { element, holds: element.value ?? '' };
  },
  value(within, { name }) {
    const element = one(within, 'field', name);
    return element.tagName === 'SELECT' ? tidy(element.selectedOptions[0]?.textContent) : (element.value ?? tidy(textOf(element)));
  },
  /** An ARIA state or an HTML property: `checked`, `disabled`, `expanded`, `selected` … */
  state(within, { role, name, state }) {
    const element = one(within, role, name);
    const stated = element.getAttribute(`aria-${state}`);
    return stated ?? String(element[state] ?? '');
  },
  count: (within, { role, name }) => matching(within, role, name).length,
  names: (within, { role }) =>
    things(within)
      .filter((element) => roleOf(element) === role)
      .map(nameOf),
  text: (within) => tidy(textOf(within === document ? document.body : within)),
  focus: () => describe(document.activeElement),
  roster,
};

const [question, path, needs] = arguments;
try {
  return { answer: QUESTIONS[question](inside(path), needs) ?? null };
} catch (error) {
  return { refusal: error instanceof Error ? error.message : String(error) };
}
