//! Draws rows and curves as SVG. Nothing depends on colour alone: Rust's marks are filled and Python's hollow,
//! every curve has marks and dashes of its own, and its name stands beside its end.

use std::path::Path;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Pixel = (i32, i32);

pub struct Palette {
    page: RGBColor,
    text: RGBColor,
    grid: RGBColor,
    curves: [RGBColor; 6],
}

pub const LIGHT: Palette = Palette {
    page: RGBColor(255, 255, 255),
    text: RGBColor(36, 41, 47),
    grid: RGBColor(216, 222, 228),
    curves: [
        RGBColor(0, 93, 150),
        RGBColor(0, 120, 90),
        RGBColor(176, 80, 0),
        RGBColor(150, 30, 60),
        RGBColor(120, 60, 140),
        RGBColor(90, 90, 90),
    ],
};

pub const DARK: Palette = Palette {
    page: RGBColor(13, 17, 23),
    text: RGBColor(230, 237, 243),
    grid: RGBColor(55, 62, 71),
    curves: [
        RGBColor(100, 185, 255),
        RGBColor(60, 210, 160),
        RGBColor(255, 170, 80),
        RGBColor(255, 130, 150),
        RGBColor(215, 160, 235),
        RGBColor(190, 190, 190),
    ],
};

/// How a curve is told from the others: by its marks, its dashes and its colour.
#[derive(Clone, Copy, PartialEq)]
pub enum Look {
    Circle,
    Triangle,
    Square,
    Diamond,
    Ring,
    Frame,
}

impl Look {
    /// Pixels drawn, pixels left out; none for a line without gaps.
    fn dashes(self) -> Option<(i32, i32)> {
        match self {
            Look::Circle => None,
            Look::Triangle => Some((14, 5)),
            Look::Square => Some((6, 5)),
            Look::Diamond => Some((3, 3)),
            Look::Ring => Some((2, 5)),
            Look::Frame => Some((10, 10)),
        }
    }

    fn colour(self, palette: &Palette) -> RGBColor {
        palette.curves[self as usize]
    }
}

pub struct Chart {
    pub title: &'static str,
    pub x: Axis,
    pub y: Axis,
    /// A thin line to hold the curves against, and what it says.
    pub guide: Option<(&'static str, Vec<(f64, f64)>)>,
    pub curves: Vec<Curve>,
}

pub struct Curve {
    pub name: &'static str,
    pub look: Look,
    pub points: Vec<(f64, f64)>,
}

pub struct Axis {
    pub title: &'static str,
    pub ends: (f64, f64),
    pub ticks: Vec<f64>,
    pub label: fn(f64) -> String,
}

pub struct Row {
    pub name: String,
    /// Seconds, here and below.
    pub python: Option<f64>,
    pub rust: f64,
}

pub fn chart(path: &Path, chart: &Chart, caption: &str, palette: &Palette) -> anyhow::Result<()> {
    let page = page(path, (900, 460), chart.title, chart.y.title, caption, palette)?;
    let (x, y) = (&chart.x, &chart.y);
    let mut plot = ChartBuilder::on(&page)
        .margin_top(70)
        .margin_bottom(84)
        .margin_left(60)
        .margin_right(220)
        .build_cartesian_2d(x.ends.0..x.ends.1, y.ends.0..y.ends.1)?;
    for tick in &y.ticks {
        let (left, right) = ((x.ends.0, *tick), (x.ends.1, *tick));
        let (left, right) = (plot.backend_coord(&left), plot.backend_coord(&right));
        page.draw(&PathElement::new([left, right], palette.grid))?;
        write(&page, &(y.label)(*tick), (left.0 - 8, left.1), HPos::Right, palette)?;
    }
    for tick in &x.ticks {
        let bottom = plot.backend_coord(&(*tick, y.ends.0));
        page.draw(&PathElement::new([bottom, (bottom.0, bottom.1 + 5)], palette.text))?;
        write(&page, &(x.label)(*tick), (bottom.0, bottom.1 + 16), HPos::Center, palette)?;
    }
    let (left, right) =
        (plot.backend_coord(&(x.ends.0, y.ends.0)), plot.backend_coord(&(x.ends.1, y.ends.0)));
    page.draw(&PathElement::new([left, right], palette.text))?;
    write(&page, x.title, ((left.0 + right.0) / 2, left.1 + 36), HPos::Center, palette)?;

    let mut labels = Vec::new();
    if let Some((name, points)) = &chart.guide {
        plot.draw_series(LineSeries::new(points.iter().copied(), palette.text))?;
        labels.extend(points.last().map(|end| (plot.backend_coord(end).1, *name, None)));
    }
    for Curve { name, look, points } in &chart.curves {
        let line = points.iter().copied();
        let style = look.colour(palette).stroke_width(2);
        match look.dashes() {
            None => plot.draw_series(LineSeries::new(line, style))?,
            Some((dash, gap)) => plot.draw_series(DashedLineSeries::new(line, dash, gap, style))?,
        };
        for point in points {
            mark(&page, *look, plot.backend_coord(point), palette)?;
        }
        if let Some(end) = points.last() {
            labels.push((plot.backend_coord(end).1, *name, Some(*look)));
        }
    }

    spread(&mut labels);
    for (y, name, look) in labels {
        if let Some(look) = look {
            mark(&page, look, (right.0 + 24, y), palette)?;
        }
        write(&page, name, (right.0 + 38, y), HPos::Left, palette)?;
    }
    page.present()?;
    Ok(())
}

pub fn rows(path: &Path, rows: &[Row], caption: &str, palette: &Palette) -> anyhow::Result<()> {
    const ROW: i32 = 22;
    let height = 130 + ROW as u32 * rows.len() as u32;
    let title = "The same work in Python and in Rust";
    let key = "seconds, on a logarithmic scale: Python hollow, Rust filled";
    let page = page(path, (900, height), title, key, caption, palette)?;

    let all = rows.iter().flat_map(|row| row.python.into_iter().chain([row.rust]));
    let (least, most) = all.fold((f64::MAX, f64::MIN), |(least, most), s| (least.min(s), most.max(s)));
    let (least, most) = (least.log10().floor(), most.log10().ceil());
    let plot = ChartBuilder::on(&page)
        .margin_top(64)
        .margin_bottom(62)
        .margin_left(350)
        .margin_right(90)
        .build_cartesian_2d(least..most, 0.0..rows.len() as f64)?;
    for exponent in least as i32..=most as i32 {
        let bottom = plot.backend_coord(&(exponent.into(), 0.0));
        let top = plot.backend_coord(&(exponent.into(), rows.len() as f64));
        page.draw(&PathElement::new([bottom, top], palette.grid))?;
        write(&page, &power_of_ten_seconds(exponent), (bottom.0, bottom.1 + 14), HPos::Center, palette)?;
    }

    let right = plot.backend_coord(&(most, 0.0)).0;
    write(&page, "Python / Rust", (right + 80, 50), HPos::Right, palette)?;
    for (row, from_below) in rows.iter().zip((0..rows.len()).rev()) {
        let pixel = |seconds: f64| plot.backend_coord(&(seconds.log10(), from_below as f64 + 0.5));
        let rust = pixel(row.rust);
        write(&page, &row.name, (340, rust.1), HPos::Right, palette)?;
        if let Some(seconds) = row.python {
            let python = pixel(seconds);
            page.draw(&PathElement::new([rust, python], palette.grid.stroke_width(3)))?;
            mark(&page, Look::Ring, python, palette)?;
            let ratio = seconds / row.rust;
            let ratio = if ratio < 9.95 { format!("{ratio:.1}x") } else { format!("{ratio:.0}x") };
            write(&page, &ratio, (right + 80, rust.1), HPos::Right, palette)?;
        }
        mark(&page, Look::Circle, rust, palette)?;
    }
    page.present()?;
    Ok(())
}

/// 10 µs for -5, 1 s for 0.
pub fn power_of_ten_seconds(exponent: i32) -> String {
    let unit = ["s", "ms", "µs", "ns"][exponent.min(0).div_euclid(-3).unsigned_abs() as usize];
    format!("{} {unit}", 10_i32.pow(exponent.rem_euclid(3) as u32))
}

fn page<'a>(
    path: &'a Path,
    size: (u32, u32),
    title: &str,
    subtitle: &str,
    caption: &str,
    palette: &Palette,
) -> anyhow::Result<Area<'a>> {
    let page = SVGBackend::new(path, size).into_drawing_area();
    page.fill(&palette.page)?;
    let title_font = ("sans-serif", 22, FontStyle::Bold, &palette.text).into_text_style(&page);
    page.draw(&Text::new(title, (20, 14), title_font))?;
    write(&page, subtitle, (20, 50), HPos::Left, palette)?;
    write(&page, caption, (20, size.1 as i32 - 18), HPos::Left, palette)?;
    Ok(page)
}

fn font(palette: &Palette) -> TextStyle<'static> {
    ("sans-serif", 16).into_font().color(&palette.text)
}

/// Text whose left or right end is at the pixel, in the middle of its height.
fn write(page: &Area, text: &str, pixel: Pixel, end: HPos, palette: &Palette) -> anyhow::Result<()> {
    let style = font(palette).pos(Pos::new(end, VPos::Center));
    page.draw(&Text::new(text, pixel, style))?;
    Ok(())
}

fn mark(page: &Area, look: Look, pixel: Pixel, palette: &Palette) -> anyhow::Result<()> {
    let (x, y) = pixel;
    let square = [(x - 5, y - 5), (x + 5, y + 5)];
    let filled = look.colour(palette).filled();
    let edge = look.colour(palette).stroke_width(2);
    let hollow = palette.page.filled(); // the curve must not show inside
    match look {
        Look::Circle => page.draw(&Circle::new(pixel, 5, filled))?,
        Look::Triangle => page.draw(&TriangleMarker::new(pixel, 7, filled))?,
        Look::Square => page.draw(&Rectangle::new(square, filled))?,
        Look::Diamond => {
            page.draw(&Polygon::new([(x - 7, y), (x, y - 7), (x + 7, y), (x, y + 7)], filled))?
        }
        Look::Ring => {
            page.draw(&Circle::new(pixel, 7, hollow))?;
            page.draw(&Circle::new(pixel, 7, edge))?;
        }
        Look::Frame => {
            page.draw(&Rectangle::new(square, hollow))?;
            page.draw(&Rectangle::new(square, edge))?;
        }
    }
    Ok(())
}

/// Moves labels apart that would lie on one another.
fn spread<T>(labels: &mut [(i32, &str, T)]) {
    const APART: i32 = 20;
    labels.sort_by_key(|(y, ..)| *y);
    for i in 1..labels.len() {
        labels[i].0 = labels[i].0.max(labels[i - 1].0 + APART);
    }
}
