"""A user's own files join the shipped ones, and what contradicts them is told with file and line."""

from pathlib import Path

import pytest

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon, find_faults, load_bodies, load_lexicon
from kgraph.lexicon.own_files import list_file_names, read_own_files
from kgraph.resources import hash_knowledge

HEADER = "key,name,acronym,forms,kind,region,source"
ISSUE = '[[issues]]\nslug = "stunting"\nlabel = { id = "tengkes", en = "stunting" }\nstrong = ["tengkes"]\n'
FAMILY = '[[family]]\nslug = "rumah-x"\nname = "Rumah X"\nkind = "regional-agency"\n'


def load(folder: Path, **files: str) -> Lexicon:
    """Return the lexicon with files of a folder: ``posts_toml`` is ``posts.toml``."""
    write(folder, **files)
    return load_lexicon(read_own_files([folder]))


def write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_toml", ".toml").replace("_csv", ".csv")).write_text(text, "utf-8")


def test_every_kind_of_file_grows(tmp_path: Path) -> None:
    lexicon = load(
        tmp_path,
        institutions_csv="acronym,key,name,kind\nSMR,samara,Sahabat Samara,ngo-union\n",
        families_toml=FAMILY + '[spellings]\n"Sahabatt" = "sahabat"\n',
        regions_csv="code,name,level,parent,short_forms\n72.99,Sigi Baru,regency,72,\n72,,,,Sulteng Raya\n",
        posts_toml='heads = ["Penggerak"]\n[[fused]]\nforms = ["Kagerak"]\nbody = "Rumah X"\n',
        institution_heads_toml='[words]\nfields = ["Persahabatan"]\n',
        calendar_toml='[[months]]\nnumber = 2\nnames = ["Pebr"]\n[counts]\n"Selusin" = 12\n',
        event_cues_toml='[[types]]\ntype = "visit"\nnouns = ["Anjangsana Ramah"]\n',
        agreements_toml='[papers.mou]\nstrong = ["Naskah Sahabat"]\n',
        sentences_toml='after_name = ["Sp.X"]\n',
        speech_verbs_toml='say = [{ active = "menggumamkan", bare = "gumam" }]\n',
        page_profiles_toml='[[profiles]]\nname = "mine"\nbody = [".isi"]\nhosts = ["x.go.id"]\n',
        issues_toml=ISSUE + '[[issues]]\nslug = "health"\nweak = ["Posyandu Baru"]\n',
    )
    entry = lexicon.registry.find_form("SMR")
    assert entry is not None
    assert entry.name == "Sahabat Samara"
    assert lexicon.registry.find_form("sahabatt samara") is entry
    assert lexicon.registry.find_family("Rumah X") is not None
    assert [lexicon.regions.choose(name) is not None for name in ("Sigi Baru", "Sulteng Raya", "Sulteng")]
    assert "penggerak" in lexicon.posts.phrase_set
    assert lexicon.posts.body_of["kagerak"] == "Rumah X"
    assert lexicon.institution_heads.words.is_field_word("persahabatan")
    assert lexicon.calendar.month_numbers["pebr"] == 2
    assert lexicon.calendar.counts["selusin"] == 12
    assert lexicon.event_cues.roles_of["anjangsana ramah"] == {"noun"}
    assert "naskah sahabat" in lexicon.agreements.meanings
    assert "sp.x" in lexicon.sentences.closing
    assert lexicon.speech.forms["gumamnya"].clitic
    assert lexicon.page_profiles.list_profiles("x.go.id")[0].name == "mine"
    assert lexicon.issues.cues["tengkes"] == (("stunting", "strong"),)
    assert lexicon.issues.cues["posyandu baru"] == (("health", "weak"),)
    assert [issue.slug for issue in lexicon.issues.added] == ["stunting"]
    assert lexicon.issues.slugs[-1] == "stunting"


def test_nothing_that_is_shipped_goes(tmp_path: Path) -> None:
    lexicon, shipped = load(tmp_path, issues_toml=ISSUE), load_lexicon()
    assert lexicon.issues.issues[:-1] == shipped.issues.issues
    assert lexicon.posts == shipped.posts
    assert (shipped.own, shipped.issues.added) == ((), ())


def test_forms_of_a_known_body_are_added(tmp_path: Path) -> None:
    lexicon = load(tmp_path, institutions_csv=f"{HEADER}\nbnn,,,BNN Kita;BNN Jaya,,,\n")
    assert lexicon.registry.by_key["bnn"].forms[-2:] == ("BNN Kita", "BNN Jaya")
    assert lexicon.registry.by_key["bnn"].source == load_lexicon().registry.by_key["bnn"].source


def test_folders_join_in_their_order(tmp_path: Path) -> None:
    write(tmp_path / "a", issues_toml=ISSUE)
    write(tmp_path / "b", issues_toml='[[issues]]\nslug = "stunting"\nstrong = ["gizi kronis"]\n')
    one, two = tmp_path / "a", tmp_path / "b"
    lexicon = load_lexicon(read_own_files([one, two]))
    assert lexicon.issues.added[0].strong == ("tengkes", "gizi kronis")
    assert load_lexicon(read_own_files([two, one])).issues.added[0].strong == ("gizi kronis", "tengkes")
    with pytest.raises(InputError, match=r"issues\.toml:2: the new issue stunting needs a label"):
        load_lexicon(read_own_files([two]))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        # contradictions
        (
            "institutions.csv",
            f"{HEADER}\nx,Badan X,BNN,,other,,\n",
            "2: BNN is known already and means bnn, not x",
        ),
        (
            "institutions.csv",
            f"{HEADER}\nx,Badan X,X,BP3MI,other,,\n",
            "2: BP3MI is known already and means bp3mi",
        ),
        (
            "institutions.csv",
            f"{HEADER}\nbnn,Badan X,,,,,\n",
            "2: contradicts what is known: name is Badan Nark",
        ),
        (
            "institutions.csv",
            f"{HEADER}\nbnn,,,,police,,\n",
            "2: contradicts what is known: kind is central-agency",
        ),
        (
            "institutions.csv",
            f"{HEADER}\na,X Y,,,other,,\nb,X dan Y,,,other,,\n",
            "3: X dan Y is known already",
        ),
        (
            "institutions.csv",
            f"{HEADER}\nbp3mi,Badan X,,,other,,\n",
            "2: bp3mi is the slug of a family already",
        ),
        (
            "families.toml",
            FAMILY + 'forms = [\n"Dinas X",\n"Polres"]\n',
            "7: Polres is known already and means polres",
        ),
        ("families.toml", FAMILY.replace("rumah-x", "bnn"), "2: bnn is the key of a body already"),
        (
            "families.toml",
            '[[family]]\nslug = "bp3mi"\nkind = "police"\n',
            "3: contradicts what is known: kind is cen",
        ),
        (
            "families.toml",
            '[[family]]\nslug = "bp3mi"\nplace = true\n',
            "3: place cannot be given to what is known",
        ),
        ("families.toml", '[spellings]\nprov = "kota"\n', "2: contradicts what is known: prov is provinsi"),
        ("regions.csv", "code,name\n72,Sulawesi\n", "2: contradicts what is known: name is Sulawesi Tengah"),
        (
            "regions.csv",
            "code,short_forms\n72,Sulsel\n",
            "2: Sulsel is known already and means the region 73",
        ),
        (
            "issues.toml",
            '[[issues]]\nslug = "trafficking"\nweak = ["x", "TPPO"]\n',
            "3: TPPO is known already and means so",
        ),
        (
            "issues.toml",
            ISSUE.replace('stunting"\nl', 'health"\nl'),
            "3: the issue health is shipped and has its la",
        ),
        (
            "posts.toml",
            '[[bodies]]\nforms = ["bupati"]\nbody = "X"\n',
            "2: bupati is known already and means some",
        ),
        (
            "calendar.toml",
            '[[months]]\nnumber = 3\nnames = ["mei"]\n',
            "3: mei is known already and means something",
        ),
        ("calendar.toml", "[counts]\ndua = 3\n", "2: contradicts what is known: dua is 2"),
        (
            "agreements.toml",
            '[papers.pks]\nstrong = [\n"mou"]\n',
            "3: mou is known already and means something else",
        ),
        ("sentences.toml", 'before_name = ["dll"]\n', "1: dll is known already and means something else"),
        (
            "speech_verbs.toml",
            'ask = [{ active = "menegaskan" }]\n',
            "1: menegaskan is known already and means",
        ),
        ("tenures.toml", 'ends = ["mantan"]\n', "1: mantan is known already and means something else"),
        ("issues.toml", 'clitic = "pun"\n', "1: contradicts what is known: clitic is nya"),
        # unknown names
        ("issues.toml", '[[isues]]\nslug = "x"\n', "1: there is no isues here; did you mean issues?"),
        (
            "issues.toml",
            '[[issues]]\nslug = "health"\nstrng = []\n',
            "3: there is no strng here; did you mean strong?",
        ),
        (
            "event_cues.toml",
            '[[types]]\ntype = "visiting"\n',
            "2: there is no type visiting; did you mean visit?",
        ),
        ("event_cues.toml", '[roles]\npresnt = ["x"]\n', "2: there is no presnt here; did you mean present?"),
        (
            "agreements.toml",
            '[papers.deal]\nstrong = ["x"]\n',
            "1: there is no deal here; there are: commitment",
        ),
        ("institutions.csv", "key,nama\nx,Y\n", "1: there is no column nama; did you mean name?"),
        ("institutions.csv", f"{HEADER}\nx,Badan X,,,ministery,,\n", "2: ministery: no such kind"),
        ("institutions.csv", f"{HEADER}\nx,Badan X,,,other,99,\n", "2: there is no region 99"),
        ("families.toml", FAMILY + 'levels = ["town"]\n', "5: there is no levels town"),
        ("families.toml", FAMILY + 'of = "nobody"\n', "5: there is no body or family nobody"),
        ("families.toml", FAMILY.replace("regional-agency", "agency"), "4: there is no kind agency; did you"),
        (
            "institution_heads.toml",
            '[[head]]\nforms = ["X"]\nkind = "other"\ntail = "all"\n',
            "4: there is no tail all",
        ),
        # wrong forms
        ("posts.toml", 'heads = [\n"a",\n', "not TOML"),
        ("posts.toml", 'heads = "Penggerak"\n', "1: this must be a list, in square brackets"),
        ("posts.toml", "heads = [\n1]\n", "2: Expected str, got int"),
        ("posts.toml", 'heads = [\n"a  b"]\n', "2: a phrase is empty, or has blanks"),
        ("posts.toml", 'heads = [""]\n', "1: a phrase is empty, or has blanks"),
        ("posts.toml", 'bodies = ["x"]\n', "1: this must be a table"),
        ("posts.toml", '[[bodies]]\nforms = ["X"]\n', "1: this needs body as well"),
        ("posts.toml", "[[fused]]\nforms = []\n", "2: this is empty"),
        ("issues.toml", ISSUE + "together = [[]]\n", "5: a phrase is empty"),
        ("issues.toml", '[[issues]]\nstrong = ["x"]\n', "1: this has no slug"),
        ("issues.toml", '[[issues]]\nslug = "x"\nstrong = ["x"]\n', "2: the new issue x needs a label"),
        ("issues.toml", '[[issues]]\nslug = "x"\n[issues.label]\nid = "x"\n', "3: this needs en as well"),
        (
            "issues.toml",
            ISSUE.replace('"stunting"\nl', '"Stunting x"\nl'),
            "2: the slug 'Stunting x' must be of a-z",
        ),
        ("issues.toml", ISSUE.replace('"stunting" }', '" " }'), "3: this is empty"),
        ("institutions.csv", f"{HEADER}\nx,Badan X,,,other\n", "2: wrong number of columns"),
        ("institutions.csv", "name,kind\nBadan X,other\n", "1: the header must name each column once, key"),
        ("institutions.csv", f'{HEADER}\nx,"Badan X,,,other,,\n', "this is not CSV"),
        ("institutions.csv", f"{HEADER}\nx y,Badan X,,,other,,\n", "2: the key 'x y' must be of a-z"),
        ("institutions.csv", f"{HEADER}\nx,,X,,other,,\n", "2: the new body x needs a name"),
        ("institutions.csv", f"{HEADER}\nx,Badan X,?,,other,,\n", "2: ? has no word that could name a body"),
        (
            "regions.csv",
            "code,name,level,parent,seat\n72.99,X,regency,72,cibinong\n",
            "2: cibinong is the seat of the",
        ),
        (
            "regions.csv",
            "code,name,level,parent\n7299,X,regency,72\n",
            "2: a region needs a code as 72 or 72.71",
        ),
        (
            "regions.csv",
            "code,name,level,parent\n72.99,X,regency,71.01\n",
            "2: the parent of a regency or city",
        ),
        ("page_profiles.toml", '[[profiles]]\nname = "x"\nbody = ["..x"]\n', "3: ..x is no CSS selector"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        load_lexicon(read_own_files([tmp_path]))
    assert str(caught.value).startswith(f"{tmp_path / name}:")
    assert message in str(caught.value)


def test_all_faults_are_told_in_order(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(
            tmp_path,
            posts_toml='hads = []\nheads = ["a  b"]\n',
            institutions_csv=f"{HEADER}\nx,Badan X,BNN,,other,,\ny,Badan X,,,other,,\n",
        )
    places = [line.split(": ")[0].rpartition("/")[2] for line in str(caught.value).splitlines()]
    assert places == ["institutions.csv:2", "institutions.csv:3", "posts.toml:1", "posts.toml:2"]


def test_what_is_known_already_is_no_fault_but_told_to_those_who_ask(tmp_path: Path) -> None:
    write(
        tmp_path,
        posts_toml='heads = [\n"Kepala",\n"x",\n"X"]\n',
        issues_toml='[[issues]]\nslug = "trafficking"\nstrong = ["Trafficking", "Tppo"]\n',
    )
    own = read_own_files([tmp_path])
    faults, repeats = find_faults(own)
    assert faults == []
    assert [(Path(str(one.path)).name, one.line, one.message) for one in repeats] == [
        ("issues.toml", 3, "Trafficking is known already"),
        ("posts.toml", 2, "Kepala is known already"),
        ("posts.toml", 4, "X is known already"),
    ]
    assert load_lexicon(own).posts.heads[-1] == "x"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("isues.toml", "no file of a lexicon has this name; did you mean issues.toml?"),
        ("issues.toml~", "no file of a lexicon has this name; did you mean issues.toml?"),
        ("words.xlsx", "no file of a lexicon has this name; there are: agreements.toml, calendar.toml"),
    ],
)
def test_unknown_file(tmp_path: Path, name: str, message: str) -> None:
    for allowed in ("README.md", ".DS_Store", "posts.toml"):
        (tmp_path / allowed).write_text("")
    (tmp_path / name).write_text("")
    with pytest.raises(InputError) as caught:
        read_own_files([tmp_path])
    assert str(caught.value).startswith(f"{tmp_path / name}: {message}")


def test_missing_folder_and_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the lexicon cannot be read"):
        read_own_files([tmp_path / "none"])
    (tmp_path / "posts.toml").write_bytes(b'heads = [\n"Caf\xe9"]\n')
    with pytest.raises(InputError, match=r"posts\.toml:2: save the file as UTF-8"):
        load_lexicon(read_own_files([tmp_path]))


def test_text_is_read_in_normal_form_with_mark_and_any_line_ends(tmp_path: Path) -> None:
    (tmp_path / "posts.toml").write_bytes('\ufeffheads = ["Cafe\u0301"]\r\n'.encode())
    (tmp_path / "institutions.csv").write_bytes(f"\ufeff{HEADER}\r\nx,Rumah X,,,other,,\r\n".encode())
    lexicon = load_lexicon(read_own_files([tmp_path]))
    assert lexicon.posts.heads[-1] == "Caf\u00e9"
    assert lexicon.registry.by_key["x"].source == ""


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    write(tmp_path / "a", issues_toml=ISSUE, posts_toml='heads = ["x"]\n')
    write(tmp_path / "b", posts_toml='heads = ["x"]\n', issues_toml=ISSUE)
    write(tmp_path / "c", posts_toml='heads = ["y"]\n', issues_toml=ISSUE)
    write(tmp_path / "d", posts_toml='heads = ["x"]\n')
    (tmp_path / "b" / "README.md").write_text("not read")

    def hash_own(*names: str) -> str:
        return hash_knowledge(own=[one.files for one in read_own_files(tmp_path / name for name in names)])

    assert hash_own("a") == hash_own("b")
    hashes = [hash_own(), hash_own("a"), hash_own("c"), hash_own("d"), hash_own("a", "d"), hash_own("d", "a")]
    assert len(set(hashes)) == len(hashes)


def test_a_graph_is_asked_with_what_fits_of_its_copy(tmp_path: Path) -> None:
    """What a newer version ships may contradict an old copy: that must not close the graph."""
    write(tmp_path, institutions_csv=f"{HEADER}\nx,Badan X,BNN,,other,,\ny,Rumah Y,,,other,,\nbnn,Z,,,,,\n")
    registry, _ = load_bodies(read_own_files([tmp_path]))
    entry = registry.find_form("Rumah Y")
    assert entry is not None
    assert entry.key == "y"


def test_names_of_files() -> None:
    names = list_file_names()
    assert {"institutions.csv", "families.toml", "issues.toml"} <= set(names)
    assert all(name.endswith((".toml", ".csv")) for name in names)
