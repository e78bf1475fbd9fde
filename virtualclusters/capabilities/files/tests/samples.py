"""Sample files, harmless and hostile, made when they are asked for."""

import io
import zipfile

import pikepdf
from openpyxl import Workbook
from PIL import Image

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PLACE_TAG, ORIENTATION_TAG = 0x8825, 0x0112


def picture(form="JPEG", size=(40, 20), exif=True):
    """A picture whose left half is red, with a place and an orientation in its metadata."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    marks = Image.Exif()
    if exif:
        marks[ORIENTATION_TAG] = 6
        marks.get_ifd(PLACE_TAG)[1] = "N"
        marks[0x010E] = "planted words"
    content = io.BytesIO()
    image.save(content, form, exif=marks)
    return content.getvalue()


def paper(arm=lambda document: None):
    """A PDF of one page, armed by the caller."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(300, 200))
    document.pages[0].Contents = document.make_stream(b"0 0 10 10 re f")
    arm(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def script():
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('planted')"))


def armed_everywhere(document):
    """Whatever a PDF can act with, in one."""
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("planted.exe"))
    page, root = document.pages[0], document.Root
    root.OpenAction = script()
    root.AA = pikepdf.Dictionary(WC=script())
    root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("a"), document.make_indirect(script())])
    )
    document.attachments["planted.exe"] = b"planted bytes"
    root.AcroForm = pikepdf.Dictionary(XFA=document.make_stream(b"<planted/>"), Fields=[])
    page.AA = pikepdf.Dictionary(O=launch)
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1])
    submits = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=pikepdf.String("planted"))
    goes = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://sample.example/"), Next=launch)
    page.Annots = document.make_indirect(
        pikepdf.Array(
            [_with(link, launch), _with(link, script()), _with(link, submits), _with(link, goes), _attached(link)]
        )
    )
    document.docinfo["/Author"] = "planted author"


def _with(link, action):
    return pikepdf.Dictionary({**dict(link.items()), "/A": action})


def _attached(link):
    return pikepdf.Dictionary({**dict(link.items()), "/Subtype": pikepdf.Name.FileAttachment})


def workbook(entries=(), zip_kind=zipfile.ZIP_DEFLATED):
    """A workbook with more entries in its archive."""
    content = io.BytesIO()
    book = Workbook()
    book.active.append(["Name"])
    book.save(content)
    with zipfile.ZipFile(content, "a", zip_kind) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return content.getvalue()
